package dev.retort.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.retort.processor.finding.Location;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** A class in its source file: what a name in one of its bodies is resolved against. */
record Unit(Trees trees, CompilationUnitTree file, TypeElement type, ClassTree tree) {

    Location place(Tree at) {
        return new TreeLocation(trees, file, at, type);
    }

    private record TreeLocation(Trees trees, CompilationUnitTree file, Tree tree, TypeElement type)
            implements Location.InBody {
        @Override
        public Optional<Element> enclosing() {
            return Optional.of(type);
        }

        @Override
        public Optional<String> describe() {
            String path = file.getSourceFile().getName().replace('\\', '/');
            long line =
                    file.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(file, tree));
            return Optional.of(path.substring(path.lastIndexOf('/') + 1) + ":" + line);
        }

        @Override
        public void print(Diagnostic.Kind kind, String message) {
            trees.printMessage(kind, message, tree, file);
        }
    }
}
