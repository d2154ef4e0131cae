package dev.retort.commands.text;

import dev.retort.commands.Finding;
import java.nio.file.Path;

/** Files as messages name them: below the working folder where they lie there. */
public final class Places {
    private Places() {}

    public static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** {@code src/main/java/User.java:14}. */
    public static String of(Finding.Place place) {
        return relative(place.file()) + ":" + place.line();
    }
}
