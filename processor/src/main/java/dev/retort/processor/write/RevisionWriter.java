package dev.retort.processor.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes a migration into a source tree: a whole file or none, and never over another. */
public final class RevisionWriter {
    private static final int ATTEMPTS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RevisionWriter() {}

    /**
     * Writes the migration in UTF-8, under a revision of 12 random hexadecimal digits.
     *
     * @param sourceDirectory the root of a source tree, which exists; packages below it are made
     * @param revisions the ids that are taken
     * @param classNames simple names of classes that the package has besides those in its folder
     * @throws IOException when nothing could be written
     */
    public static WrittenRevision write(
            Path sourceDirectory, NewRevision revision, Collection<String> revisions, Collection<String> classNames)
            throws IOException {
        Path folder = sourceDirectory;
        if (!revision.packageName().isEmpty()) {
            for (String part : revision.packageName().split("\\.", -1)) {
                folder = folder.resolve(part);
            }
        }
        Files.createDirectories(folder);
        String id = freeId(revisions);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> taken = new ArrayList<>(classNames);
            taken.addAll(classesIn(folder));
            String className = ClassNaming.of(revision.message(), id, taken);
            Path file = folder.resolve(className + ".java");
            try {
                writeNew(file, RevisionSource.of(revision, id, className));
                return new WrittenRevision(
                        id,
                        revision.packageName().isEmpty() ? className : revision.packageName() + "." + className,
                        file);
            } catch (FileAlreadyExistsException justNow) {
                // Another build wrote a file of this name meanwhile: the next look into the folder sees it.
            }
        }
        throw new IOException("no name for a file is free in " + folder);
    }

    private static String freeId(Collection<String> revisions) {
        String id;
        do {
            id = String.format("%012x", RANDOM.nextLong(1L << 48));
        } while (revisions.contains(id));
        return id;
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }

    /** Whoever looks at the name finds no file or the whole text; a move would write over another file. */
    private static void writeNew(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + freeId(List.of()) + ".tmp");
        try {
            Files.writeString(draft, text, UTF_8, StandardOpenOption.CREATE_NEW);
            try {
                Files.createLink(file, draft);
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
