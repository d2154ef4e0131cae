package dev.retort.processor.unit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that was read. */
public final class Resource {
    private final String name;
    private final URI place;
    private final byte[] content;

    Resource(String name, URI place, byte[] content) {
        this.name = name;
        this.place = place;
        this.content = content;
    }

    /** As it was asked for. */
    public String name() {
        return name;
    }

    /** Where it was found. */
    public URI place() {
        return place;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The providers of a service file. */
    public List<String> providers() {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
