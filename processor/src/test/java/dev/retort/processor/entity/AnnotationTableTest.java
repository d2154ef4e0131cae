package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.Corpus.CorpusModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every annotation that can change a schema has a model in the corpus: {@code annotations.md} says which, and {@code
 * README.md} does for what is no annotation.
 */
class AnnotationTableTest {
    private static final String PACKAGES =
            "^(jakarta\\.persistence|org\\.hibernate\\.annotations|org\\.hibernate\\.envers"
                    + "|jakarta\\.validation\\.constraints|org\\.hibernate\\.validator\\.constraints)\\.";
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| (.+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Map<String, Set<String>> MODELS = new TreeMap<>();
    private static final Map<String, String> REASONS = new TreeMap<>();

    @BeforeAll
    static void readTable() throws IOException {
        boolean changes = true;
        for (String line : Files.readAllLines(Corpus.FOLDER.resolve("annotations.md"))) {
            changes &= !line.equals("## Change no schema");
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
        annotations.addAll(annotations(org.hibernate.envers.Audited.class));
        annotations.addAll(constraints(jakarta.validation.constraints.NotNull.class));
        annotations.addAll(constraints(org.hibernate.validator.constraints.Length.class));
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
    void everyRowHasModelsThatUseTheAnnotation() throws IOException {
        Map<String, String> texts = texts();
        MODELS.forEach((annotation, models) -> {
            String name = annotation.replaceFirst(PACKAGES, "");
            assertThat(models).as(annotation).isNotEmpty().allSatisfy(model -> {
                assertThat(texts).containsKey(model);
                // Each source has imports of its own.
                assertThat(Arrays.stream(texts.get(model).split("(?m)^// ---"))
                                .anyMatch(source -> uses(source, annotation, name)))
                        .as(model + " uses " + annotation)
                        .isTrue();
            });
        });
    }

    /** By its qualified name, or by its simple one where that is imported: two packages have a {@code Temporal}. */
    private static boolean uses(String text, String annotation, String name) {
        String scope = annotation.substring(0, annotation.length() - name.length() - 1);
        String outermost = name.replaceFirst("\\..*", "");
        String simple = "@(" + outermost + "\\.)?" + Pattern.quote(name.replaceFirst(".*\\.", "")) + "\\b";
        boolean isImported = Pattern.compile("import " + Pattern.quote(scope) + "\\." + outermost + "\\b")
                .matcher(text)
                .find();
        boolean isOfPackage = text.contains("import " + scope + ".*;")
                && !Pattern.compile("import [\\w.]+\\." + outermost + ";")
                        .matcher(text)
                        .find();
        return text.contains("@" + annotation)
                || (isImported || isOfPackage)
                        && Pattern.compile(simple).matcher(text).find();
    }

    @Test
    void anotherPackagesAnnotationIsNoUse() {
        String hibernates = "org.hibernate.annotations.Temporal";
        String explicit =
                "import jakarta.persistence.*;\nimport org.hibernate.annotations.Temporal;\n@Temporal class A {}";
        assertThat(uses(explicit, hibernates, "Temporal")).isTrue();
        assertThat(uses(explicit, "jakarta.persistence.Temporal", "Temporal")).isFalse();
        assertThat(uses("import jakarta.persistence.*;\n@Temporal class A {}", hibernates, "Temporal"))
                .isFalse();
        assertThat(uses("@org.hibernate.annotations.Temporal class A {}", hibernates, "Temporal"))
                .isTrue();
        assertThat(uses("import org.hibernate.annotations.*;\n@Temporals class A {}", hibernates, "Temporal"))
                .isFalse();
    }

    @Test
    void thereAreEnoughModels() {
        assertThat(Corpus.models()).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void everyRowOfTheOtherTablesHasModels() throws IOException {
        Map<String, String> texts = texts();
        int rows = 0;
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(Corpus.FOLDER.resolve("README.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 4 || cells[1].startsWith("---") || cells[2].equals(" models ")) {
                continue;
            }
            rows++;
            Matcher code = CODE.matcher(cells[1]);
            assertThat(code.find()).as(line).isTrue();
            String wanted = code.group(1);
            for (String model : cells[2].strip().split(", ")) {
                named.add(model);
                assertThat(texts).as(line).containsKey(model);
                assertThat(texts.get(model)).as(model).contains(wanted);
            }
        }

        assertThat(rows).isGreaterThan(80);
        assertThat(Corpus.models().stream()
                        .filter(AnnotationTableTest::isConfigured)
                        .map(CorpusModel::name))
                .hasSizeGreaterThan(40)
                .allMatch(named::contains);
    }

    private static boolean isConfigured(CorpusModel model) {
        String text = String.join("\n", model.sources());
        return !model.resources().isEmpty()
                || text.contains("lombok.")
                || text.contains("org.hibernate.envers.")
                || text.contains("jakarta.validation.");
    }

    /** All of a model's file. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : Corpus.allFiles()) {
            texts.put(file.getFileName().toString().replaceFirst("\\.txt$", ""), Files.readString(file));
        }
        return texts;
    }

    /** Without those that hold several of one kind. */
    private static Set<String> constraints(Class<?> member) throws Exception {
        Set<String> found = annotations(member);
        found.removeIf(name -> name.endsWith(".List"));
        return found;
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
