package dev.retort.documentation;

import dev.retort.documentation.Page.Block;
import dev.retort.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources around the Java that a page shows, in {@code documentation/<page>.txt}. A line {@code === name} begins a file;
 * {@code ${2}} is the second block of Java, {@code ${2:imports}} and {@code ${2:statements}} are parts of it.
 *
 * @param used the numbers of the blocks that stand somewhere
 */
record Template(Map<String, String> files, Set<Integer> used) {

    private static final Path FOLDER = Path.of("src/test/resources/documentation");
    private static final Pattern PLACE = Pattern.compile("( *)\\$\\{(\\d+)(?::(\\w+))?}");

    static boolean exists(Page page) {
        return Files.exists(file(page));
    }

    static Template of(Page page) throws IOException {
        return of(Files.readString(file(page)), java(page));
    }

    static Template of(String text, List<String> blocks) {
        Map<String, String> files = new LinkedHashMap<>();
        Set<Integer> used = new TreeSet<>();
        for (String part : text.split("(?m)^=== ")) {
            if (!part.isBlank()) {
                String[] lines = part.split("\n", 2);
                files.put(
                        lines[0],
                        PLACE.matcher(lines[1])
                                .replaceAll(place -> Matcher.quoteReplacement(inserted(
                                        place.group(1),
                                        place.group(3),
                                        block(blocks, used, Integer.parseInt(place.group(2)))))));
            }
        }
        return new Template(files, used);
    }

    /** The Java of a page, in its order. */
    static List<String> java(Page page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .map(Block::text)
                .toList();
    }

    void addTo(Sources sources) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            sources.add(file.getKey(), file.getValue());
        }
    }

    private static Path file(Page page) {
        return FOLDER.resolve(page.name() + ".txt");
    }

    /** A value that a page leaves out is null. */
    private static String block(List<String> blocks, Set<Integer> used, int number) {
        used.add(number);
        return blocks.get(number - 1).replace("= …;", "= null;");
    }

    private static String inserted(String indentation, String part, String block) {
        Stream<String> lines =
                block.lines().filter(line -> part == null || line.startsWith("import ") == part.equals("imports"));
        return lines.map(indentation::concat).collect(Collectors.joining("\n"));
    }
}
