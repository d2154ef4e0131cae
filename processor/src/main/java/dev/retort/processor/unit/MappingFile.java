package dev.retort.processor.unit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;

/** A mapping file, and the classes that it names. */
public final class MappingFile {
    private static final Set<String> MAPPING = Set.of(
            "entity", "mapped-superclass", "embeddable", "class", "subclass", "joined-subclass", "union-subclass");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");

    private final Resource resource;
    private final Set<String> mappedClasses;
    private final Set<String> namedClasses;

    private MappingFile(Resource resource, Names names) {
        this.resource = resource;
        this.mappedClasses = Set.copyOf(names.mapped);
        this.namedClasses = Set.copyOf(names.named);
    }

    static MappingFile parse(Resource resource) throws SAXParseException {
        Names names = new Names();
        Xml.read(resource, names);
        return new MappingFile(resource, names);
    }

    public String name() {
        return resource.name();
    }

    public InputStream open() {
        return new ByteArrayInputStream(resource.content());
    }

    /** Binary names of the entities, embeddables and mapped superclasses that it maps. */
    public Set<String> mappedClasses() {
        return mappedClasses;
    }

    /** Whatever in it may be the name of a class: of a converter, a user type, a generator. */
    public Set<String> namedClasses() {
        return namedClasses;
    }

    private static final class Names extends Xml.Handler {
        private final Set<String> mapped = new LinkedHashSet<>();
        private final Set<String> named = new LinkedHashSet<>();
        private String defaultPackage = "";

        @Override
        void start(String element, Attributes attributes) {
            String pack = attributes.getValue("package");
            if (element.endsWith("-mapping") && pack != null) {
                defaultPackage = pack;
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                consider(attributes.getValue(i));
            }
            for (String attribute : new String[] {"class", "name"}) {
                String name = attributes.getValue(attribute);
                boolean isClass = attribute.equals("class") || element.endsWith("class");
                if (MAPPING.contains(element) && isClass && name != null) {
                    mapped.add(qualified(name));
                }
            }
        }

        @Override
        void end(String element, String text) {
            if (element.equals("package")) {
                defaultPackage = text;
            }
            consider(text);
        }

        private void consider(String text) {
            if (CLASS_NAME.matcher(text).matches()) {
                named.add(text);
                named.add(qualified(text));
            }
        }

        private String qualified(String name) {
            return name.contains(".") || defaultPackage.isEmpty() ? name : defaultPackage + "." + name;
        }
    }
}
