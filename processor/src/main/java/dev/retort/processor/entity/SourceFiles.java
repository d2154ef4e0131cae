package dev.retort.processor.entity;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Which types this compilation has the sources of, and their text. {@code com.sun.source} belongs to the reader of
 * migrations; here it answers these two questions only, for which {@code Elements} has no method before Java 18.
 */
final class SourceFiles {
    private final Optional<Trees> trees;

    SourceFiles(ProcessingEnvironment environment) {
        this.trees = trees(environment);
    }

    boolean has(TypeElement type) {
        return unit(type).isPresent();
    }

    /** What the developer wrote. */
    Optional<String> text(TypeElement type) {
        return unit(type).map(unit -> {
            try {
                return unit.getSourceFile().getCharContent(true).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What other processors, as Lombok, have made of it by now, printed by the compiler. */
    Optional<String> presentText(TypeElement type) {
        return unit(type).map(Object::toString);
    }

    /** Two types of one file share it. */
    Optional<String> fileName(TypeElement type) {
        return unit(type).map(unit -> unit.getSourceFile().getName());
    }

    private Optional<CompilationUnitTree> unit(TypeElement type) {
        return trees.flatMap(known -> Optional.ofNullable(known.getPath(type))).map(TreePath::getCompilationUnit);
    }

    /** Empty for a compiler other than javac: then all types count as compiled. */
    private static Optional<Trees> trees(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(unwrap(environment)));
        } catch (IllegalArgumentException notOfJavac) {
            return Optional.empty();
        }
    }

    /** IntelliJ IDEA hands processors a wrapper that javac does not know (IDEA-256707). */
    private static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers = Class.forName(
                    "org.jetbrains.jps.javac.APIWrappers",
                    false,
                    environment.getClass().getClassLoader());
            Object unwrapped = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped instanceof ProcessingEnvironment real ? real : environment;
        } catch (ReflectiveOperationException notWrapped) {
            return environment;
        }
    }
}
