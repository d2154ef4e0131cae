package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.Corpus.CorpusModel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every annotation that can change a schema has a model in the corpus: {@code annotations.md} says which. */
class AnnotationTableTest {
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| (.+) \\|");
    private static final Map<String, Set<String>> MODELS = new TreeMap<>();
    private static final Map<String, String> REASONS = new TreeMap<>();

    @BeforeAll
    static void readTable() throws IOException {
        boolean changes = true;
        for (String line : Files.readAllLines(Corpus.FOLDER.resolve("annotations.md"))) {
            changes &= !line.equals("## Change no schema");
            if (line.equals("## Surroundings")) {
                return;
            }
            Matcher row = ROW.matcher(line);
            if (row.matches() && changes) {
                MODELS.put(
                        row.group(1), new TreeSet<>(Arrays.asList(row.group(2).split(", "))));
            } else if (row.matches()) {
                REASONS.put(row.group(1), row.group(2));
            }
        }
    }

    @Test
    void everyAnnotationIsInOneOfTheLists() throws Exception {
        Set<String> annotations = new TreeSet<>();
        annotations.addAll(annotations(jakarta.persistence.Entity.class));
        annotations.addAll(annotations(org.hibernate.annotations.Formula.class));
        Set<String> listed = new TreeSet<>(MODELS.keySet());
        listed.addAll(REASONS.keySet());

        assertThat(annotations).hasSizeGreaterThan(250);
        assertThat(listed).containsAll(annotations);
        listed.removeAll(annotations);
        assertThat(listed)
                .as("of other versions")
                .allMatch(annotation -> REASONS.containsKey(annotation)
                        || MODELS.get(annotation).stream()
                                .anyMatch(model -> Since.isOfOthers(Corpus.FOLDER.resolve(model + ".txt"))));
        assertThat(MODELS.keySet()).doesNotContainAnyElementsOf(REASONS.keySet());
        assertThat(REASONS.values()).noneMatch(String::isBlank);
    }

    @Test
    void everyRowHasModelsThatUseTheAnnotation() {
        Map<String, String> texts = Stream.concat(Corpus.models().stream(), Corpus.modelsOfOthers().stream())
                .collect(Collectors.toMap(
                        CorpusModel::name,
                        model -> String.join("\n", model.sources()),
                        (a, b) -> a,
                        LinkedHashMap::new));

        MODELS.forEach((annotation, models) -> {
            String name = annotation.replaceFirst("^(jakarta\\.persistence|org\\.hibernate\\.annotations)\\.", "");
            assertThat(models).as(annotation).isNotEmpty().allSatisfy(model -> {
                assertThat(texts).containsKey(model);
                assertThat(texts.get(model)).containsPattern("@([\\w.]+\\.)?" + Pattern.quote(name) + "\\b");
            });
        });
    }

    @Test
    void thereAreEnoughModels() {
        assertThat(Corpus.models()).hasSizeGreaterThanOrEqualTo(80);
    }

    /** Those in the package of a class, by its jar. */
    private static Set<String> annotations(Class<?> member) throws Exception {
        Set<String> found = new TreeSet<>();
        String folder = member.getPackageName().replace('.', '/') + "/";
        String jar = member.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile file = new JarFile(jar)) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                String entry = entries.nextElement().getName();
                if (entry.startsWith(folder)
                        && entry.endsWith(".class")
                        && entry.indexOf('/', folder.length()) < 0
                        && !entry.endsWith("package-info.class")) {
                    String name = entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.');
                    Class<?> type = Class.forName(name, false, member.getClassLoader());
                    if (type.isAnnotation()) {
                        found.add(type.getCanonicalName());
                    }
                }
            }
        }
        return found;
    }
}
