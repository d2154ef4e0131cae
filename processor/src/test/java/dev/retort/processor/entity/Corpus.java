package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models under {@code src/test/resources/entity}, one a file. Lines {@code // ---} part a model's sources. Lines at the
 * head: {@code // setting name = value} for Hibernate, {@code // only h2, postgresql} where Hibernate has no DDL of the
 * model for other dialects. Lines {@code // since} and {@code // until}: {@link Since}.
 */
public final class Corpus {
    public static final Path FOLDER = Path.of("src/test/resources/entity");
    public static final List<String> DIALECTS =
            List.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "sqlserver", "oracle", "db2");

    /** With {@code -Dretort.corpus=enums,.*_ids} only the models of these names. */
    private static final Pattern CHOSEN =
            Pattern.compile("(" + System.getProperty("retort.corpus", ".*").replace(',', '|') + ")\\.txt");

    private static final Pattern NEXT_FILE = Pattern.compile("(?m)^// ---.*$");
    private static final String SETTING = "// setting ";
    private static final String ONLY = "// only ";

    private Corpus() {}

    /**
     * One model.
     *
     * @param dialects words of those that Hibernate creates it for
     */
    public record CorpusModel(String name, List<String> sources, Map<String, String> settings, List<String> dialects) {
        @Override
        public String toString() {
            return name;
        }

        public List<String> rejectingDialects() {
            return DIALECTS.stream()
                    .filter(dialect -> !dialects.contains(dialect))
                    .toList();
        }
    }

    public static List<CorpusModel> models() {
        try {
            return files().stream().map(Corpus::model).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all models that this Hibernate has. */
    public static List<Path> files() throws IOException {
        return chosen().stream().filter(file -> !Since.isOfOthers(file)).toList();
    }

    /** Those that only other versions of Hibernate have. */
    public static List<CorpusModel> modelsOfOthers() {
        try {
            return chosen().stream()
                    .filter(Since::isOfOthers)
                    .map(Corpus::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> chosen() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file ->
                            CHOSEN.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** As the processor reads it; in those of the dialects that Hibernate has DDL for. */
    public static Map<DatabaseDialect, Model> read(Path file, String... dialects) {
        CorpusModel model = model(file);
        List<String> possible =
                Stream.of(dialects).filter(model.dialects()::contains).toList();
        Map<DatabaseDialect, Model> models = new LinkedHashMap<>();
        if (!possible.isEmpty()) {
            Reading reading = Reading.of(model.sources().toArray(String[]::new)).in(possible);
            model.settings().forEach(reading::with);
            Reading.Result result = reading.read();
            possible.forEach(dialect -> models.put(result.dialects().get(dialect), result.model(dialect)));
        }
        return models;
    }

    /** The same entities, as far as places and portable types go, with another schema. */
    public static Model with(Model model, Schema schema) {
        return model.withSchema(schema);
    }

    public static CorpusModel model(String name) {
        return model(FOLDER.resolve(name + ".txt"));
    }

    private static CorpusModel model(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String name = file.getFileName().toString();
            Map<String, String> settings = new LinkedHashMap<>();
            List<String> dialects = DIALECTS;
            for (String line :
                    text.lines().takeWhile(head -> head.startsWith("//")).toList()) {
                if (line.startsWith(SETTING)) {
                    String[] pair = line.substring(SETTING.length()).split(" = ", 2);
                    settings.put(pair[0], pair[1]);
                } else if (line.startsWith(ONLY)) {
                    dialects = List.of(line.substring(ONLY.length()).split(", "));
                }
            }
            dialects = Since.dialects(file, dialects);
            List<String> sources = Stream.of(NEXT_FILE.split(text, -1))
                    .filter(source -> !source.isBlank())
                    .toList();
            return new CorpusModel(
                    name.substring(0, name.length() - ".txt".length()), sources, Map.copyOf(settings), dialects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
