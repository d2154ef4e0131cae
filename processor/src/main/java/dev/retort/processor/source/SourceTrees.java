package dev.retort.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Finds the trees of elements. */
final class SourceTrees {
    private final Trees trees;

    private SourceTrees(Trees trees) {
        this.trees = trees;
    }

    /** Empty under a compiler that has no syntax trees to show, such as Eclipse's. */
    static Optional<SourceTrees> of(ProcessingEnvironment environment) {
        for (ProcessingEnvironment candidate : new ProcessingEnvironment[] {environment, unwrap(environment)}) {
            try {
                return Optional.of(new SourceTrees(Trees.instance(candidate)));
            } catch (IllegalArgumentException notJavac) {
                // Trees.instance accepts javac's own environment only: try the next candidate.
            }
        }
        return Optional.empty();
    }

    /**
     * IntelliJ hands processors a proxy of javac's environment and the way to what lies behind it
     * (org.jetbrains.jps.javac.APIWrappers, IDEA-256707).
     */
    private static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers =
                    environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Object unwrapped = wrappers.getMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped instanceof ProcessingEnvironment inner ? inner : environment;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | NullPointerException notIntelliJ) {
            return environment;
        }
    }

    Trees trees() {
        return trees;
    }

    /** Empty for a class that is not compiled from source now. */
    Optional<Unit> unit(TypeElement type) {
        TreePath path = trees.getPath(type);
        return path != null && path.getLeaf() instanceof ClassTree tree
                ? Optional.of(new Unit(trees, path.getCompilationUnit(), type, tree))
                : Optional.empty();
    }

    Optional<MethodTree> method(ExecutableElement method) {
        return Optional.ofNullable(trees.getTree(method));
    }

    Optional<VariableTree> field(VariableElement field) {
        return trees.getTree(field) instanceof VariableTree tree ? Optional.of(tree) : Optional.empty();
    }
}
