package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models under {@code entity}, read as the processor reads them, for the tests of other stages. */
public final class Corpus {
    private static final Path MODELS = Path.of("src/test/resources/entity");
    private static final Pattern NEXT_FILE = Pattern.compile("(?m)^// ---.*$");

    private Corpus() {}

    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    public static Map<DatabaseDialect, Model> read(Path file, String... dialects) throws IOException {
        List<String> sources = Stream.of(NEXT_FILE.split(Files.readString(file, StandardCharsets.UTF_8), -1))
                .filter(source -> !source.isBlank())
                .toList();
        Reading reading = Reading.of(sources.toArray(String[]::new)).in(dialects);
        sources.get(0)
                .lines()
                .filter(line -> line.startsWith("// setting "))
                .map(line -> line.substring("// setting ".length()).split(" = ", 2))
                .forEach(pair -> reading.with(pair[0], pair[1]));
        Reading.Result result = reading.read();
        Map<DatabaseDialect, Model> models = new LinkedHashMap<>();
        for (String dialect : dialects) {
            models.put(result.dialects().get(dialect), result.model(dialect));
        }
        return models;
    }

    /** The same entities, as far as places and portable types go, with another schema. */
    public static Model with(Model model, Schema schema) {
        return new Model(schema, model.origins(), model.portableTypes());
    }
}
