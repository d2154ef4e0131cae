package dev.retort.processor.source;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Where in the file system the sources of this compilation are. */
public final class SourcePlaces {
    private final Optional<Trees> trees;
    private final Elements elements;

    public SourcePlaces(ProcessingEnvironment environment) {
        this.trees = SourceTrees.of(environment).map(SourceTrees::trees);
        this.elements = environment.getElementUtils();
    }

    /** The folder that packages start in, by the file of this element; empty where its source is no file on disk. */
    public Optional<Path> rootOf(Element element) {
        return file(element).flatMap(file -> {
            String name = elements.getPackageOf(element).getQualifiedName().toString();
            Path folder = file.getParent();
            if (folder == null || name.isEmpty()) {
                return Optional.ofNullable(folder);
            }
            Path packages = Path.of(name.replace('.', '/'));
            if (!folder.endsWith(packages)) {
                return Optional.empty();
            }
            Path root = folder;
            for (int i = 0; i < packages.getNameCount() && root != null; i++) {
                root = root.getParent();
            }
            return Optional.ofNullable(root);
        });
    }

    private Optional<Path> file(Element element) {
        TreePath path = trees.map(known -> known.getPath(element)).orElse(null);
        if (path == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(path.getCompilationUnit().getSourceFile().toUri()))
                    .filter(Files::isRegularFile)
                    .map(Path::toAbsolutePath);
        } catch (IllegalArgumentException | FileSystemNotFoundException inMemory) {
            return Optional.empty();
        }
    }
}
