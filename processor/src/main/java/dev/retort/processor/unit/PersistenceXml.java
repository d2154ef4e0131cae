package dev.retort.processor.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;

/** The persistence units of a {@code persistence.xml}, as far as they say what the model is. */
final class PersistenceXml extends Xml.Handler {
    private final List<Unit> units = new ArrayList<>();

    private PersistenceXml() {}

    /** A word of the file and its line. */
    record Entry(String text, int line) {}

    /** One {@code persistence-unit}. */
    static final class Unit {
        private final String name;
        private final List<Entry> classes = new ArrayList<>();
        private final List<Entry> mappingFiles = new ArrayList<>();
        private final List<Entry> jarFiles = new ArrayList<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private boolean excludesUnlisted;

        private Unit(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        List<Entry> classes() {
            return classes;
        }

        List<Entry> mappingFiles() {
            return mappingFiles;
        }

        List<Entry> jarFiles() {
            return jarFiles;
        }

        /** Properties, and what has an element of its own, as settings. */
        Map<String, String> settings() {
            return settings;
        }

        boolean excludesUnlisted() {
            return excludesUnlisted;
        }
    }

    static List<Unit> parse(Resource resource) throws SAXParseException {
        PersistenceXml handler = new PersistenceXml();
        Xml.read(resource, handler);
        return List.copyOf(handler.units);
    }

    @Override
    void start(String element, Attributes attributes) {
        if (element.equals("persistence-unit")) {
            units.add(new Unit(Objects.requireNonNullElse(attributes.getValue("name"), "")));
        } else if (element.equals("property") && !units.isEmpty() && attributes.getValue("name") != null) {
            current()
                    .settings
                    .put(
                            attributes.getValue("name").strip(),
                            Objects.requireNonNullElse(attributes.getValue("value"), "")
                                    .strip());
        }
    }

    @Override
    void end(String element, String text) {
        if (units.isEmpty()) {
            return;
        }
        switch (element) {
            case "class" -> current().classes.add(new Entry(text, line()));
            case "mapping-file" -> current().mappingFiles.add(new Entry(text, line()));
            case "jar-file" -> current().jarFiles.add(new Entry(text, line()));
            case "exclude-unlisted-classes" -> current().excludesUnlisted = !text.equals("false") && !text.equals("0");
            case "validation-mode" -> current().settings.put("jakarta.persistence.validation.mode", text);
            default -> {
                // Says nothing about the model.
            }
        }
    }

    private Unit current() {
        return units.get(units.size() - 1);
    }
}
