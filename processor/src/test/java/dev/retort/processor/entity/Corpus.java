package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/**
 * The models under {@code src/test/resources/entity}, one a file. Lines {@code // ---} part a model's sources; with a
 * path, such as {@code // --- META-INF/orm.xml}, a resource follows. Lines at the head: {@code // setting name = value}
 * for Hibernate, {@code // unit name} for the one of several persistence units, {@code // only h2, postgresql} where
 * Hibernate has no DDL of the model for other dialects, {@code // since} and {@code // until} as {@link Since} has it.
 */
public final class Corpus {
    public static final Path FOLDER = Path.of("src/test/resources/entity");
    public static final List<String> DIALECTS =
            List.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "sqlserver", "oracle", "db2");

    private static final Pattern NEXT_FILE = Pattern.compile("(?m)^// ---(.*)$");
    private static final String SETTING = "// setting ";
    private static final String ONLY = "// only ";
    private static final String UNIT = "// unit ";

    private Corpus() {}

    /**
     * One model.
     *
     * @param resources texts by path
     * @param unit empty for the only one
     * @param dialects words of those that Hibernate creates it for
     */
    public record CorpusModel(
            String name,
            List<String> sources,
            Map<String, String> resources,
            Map<String, String> settings,
            String unit,
            List<String> dialects) {
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

    /** Of those models that this Hibernate has. */
    public static List<Path> files() throws IOException {
        return allFiles().stream().filter(file -> !Since.isOfOthers(file)).toList();
    }

    /** Those that only other versions of Hibernate have. */
    static List<CorpusModel> modelsOfOthers() {
        try {
            return allFiles().stream()
                    .filter(Since::isOfOthers)
                    .map(Corpus::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** The processor of Lombok, for the models that use it. */
    public static Processor lombok() {
        return Reading.lombok();
    }

    /** As the processor reads it; in those of the dialects that Hibernate has DDL for. */
    public static Map<DatabaseDialect, Model> read(Path file, String... dialects) {
        CorpusModel model = model(file);
        List<String> possible =
                Stream.of(dialects).filter(model.dialects()::contains).toList();
        Map<DatabaseDialect, Model> models = new LinkedHashMap<>();
        if (!possible.isEmpty()) {
            Reading.Result result = Reading.of(model).in(possible).read();
            possible.forEach(dialect -> models.put(result.dialects().get(dialect), result.model(dialect)));
        }
        return models;
    }

    /** The same entities, as far as places go, with another schema; a type that is another has no portable one. */
    public static Model with(Model model, Schema schema) {
        Model changed = model.withSchema(schema);
        List<Origins.ColumnKey> retyped = retyped(model.schema(), schema);
        if (retyped.isEmpty()) {
            return changed;
        }
        Map<Origins.ColumnKey, DataType> types = new HashMap<>(model.portableTypes());
        types.keySet().removeAll(retyped);
        return changed.withPortableTypes(types);
    }

    private static List<Origins.ColumnKey> retyped(Schema before, Schema after) {
        List<Origins.ColumnKey> retyped = new ArrayList<>();
        for (Table table : after.tables()) {
            Optional<Table> known = before.table(table.name()).filter(other -> other != table);
            for (Column column : known.isPresent() ? table.columns() : List.<Column>of()) {
                known.flatMap(other -> other.column(column.name()))
                        .filter(other -> !other.type().equals(column.type()))
                        .ifPresent(other -> retyped.add(Origins.ColumnKey.of(table.name(), column.name())));
            }
        }
        return retyped;
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
            String unit = "";
            for (String line :
                    text.lines().takeWhile(head -> head.startsWith("//")).toList()) {
                if (line.startsWith(SETTING)) {
                    String[] pair = line.substring(SETTING.length()).split(" = ", 2);
                    settings.put(pair[0], pair[1]);
                } else if (line.startsWith(ONLY)) {
                    dialects = List.of(line.substring(ONLY.length()).split(", "));
                } else if (line.startsWith(UNIT)) {
                    unit = line.substring(UNIT.length());
                }
            }
            List<String> sources = new ArrayList<>();
            Map<String, String> resources = new LinkedHashMap<>();
            split(text, sources, resources);
            return new CorpusModel(
                    name.substring(0, name.length() - ".txt".length()),
                    sources,
                    resources,
                    Map.copyOf(settings),
                    unit,
                    Since.dialects(file, dialects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void split(String text, List<String> sources, Map<String, String> resources) {
        Matcher next = NEXT_FILE.matcher(text);
        String path = "";
        int start = 0;
        boolean more = true;
        while (more) {
            more = next.find();
            String part = text.substring(start, more ? next.start() : text.length());
            if (!path.isEmpty()) {
                resources.put(path, part.strip());
            } else if (!part.isBlank()) {
                sources.add(part);
            }
            if (more) {
                path = next.group(1).strip();
                start = next.end();
            }
        }
    }
}
