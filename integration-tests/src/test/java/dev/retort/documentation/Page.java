package dev.retort.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documentation, read for what can be checked in it. As much of Markdown as these pages use. */
record Page(String name, List<Item> items) {

    static final Path ROOT = Path.of("..");

    /** A part of a page, in the section that the last heading begins. */
    sealed interface Item {
        String section();

        int line();
    }

    /** A fenced block. */
    record Block(String section, int line, String language, String text) implements Item {}

    /** @param rows each with as many cells as the header */
    record Table(String section, int line, List<String> header, List<List<String>> rows) implements Item {}

    /** Lines that stand together. */
    record Paragraph(String section, int line, String text) implements Item {}

    /** Every page that users read, by its path below the root. */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>(List.of(read("README.md"), read("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(read(ROOT.relativize(file).toString().replace('\\', '/')));
            }
        }
        return pages;
    }

    static Page read(String name) throws IOException {
        return new Page(name, items(Files.readAllLines(ROOT.resolve(name))));
    }

    List<Block> blocks() {
        return items.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
    }

    static List<Item> items(List<String> lines) {
        List<Item> items = new ArrayList<>();
        String section = "";
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            int start = i;
            if (line.strip().startsWith("```")) {
                int indent = line.indexOf('`');
                i++;
                while (!lines.get(i).strip().equals("```")) {
                    i++;
                }
                String text = String.join(
                        "\n",
                        lines.subList(start + 1, i).stream()
                                .map(inside -> inside.substring(Math.min(
                                        indent,
                                        inside.length() - inside.stripLeading().length())))
                                .toList());
                items.add(new Block(section, start + 1, line.strip().substring(3), text));
                i++;
            } else if (line.startsWith("#")) {
                section = line.replaceFirst("^#+ ", "");
                i++;
            } else if (line.startsWith("|")) {
                while (i < lines.size() && lines.get(i).startsWith("|")) {
                    i++;
                }
                List<List<String>> rows =
                        lines.subList(start, i).stream().map(Page::cells).toList();
                items.add(new Table(section, start + 1, rows.get(0), rows.subList(2, rows.size())));
            } else if (line.isBlank()) {
                i++;
            } else {
                while (i < lines.size()
                        && !lines.get(i).isBlank()
                        && !lines.get(i).strip().startsWith("```")
                        && !lines.get(i).startsWith("|")) {
                    i++;
                }
                items.add(new Paragraph(section, start + 1, String.join("\n", lines.subList(start, i))));
            }
        }
        return items;
    }

    /** A bar inside of code is written {@code \|}. */
    private static List<String> cells(String row) {
        String inside = row.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inside.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
