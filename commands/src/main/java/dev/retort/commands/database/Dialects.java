package dev.retort.commands.database;

import dev.retort.commands.CommandException;
import dev.retort.runtime.MigrationRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of a registry's dialects is meant. */
public final class Dialects {
    private Dialects() {}

    /** By the URL's beginning, where the registry has it; else all that the registry has. */
    public static List<String> inQuestion(MigrationRegistry registry, Optional<String> url) {
        return url.map(Dialects::ofUrl)
                .filter(registry.dialects()::contains)
                .map(List::of)
                .orElse(registry.dialects());
    }

    /**
     * The one that SQL is written in.
     *
     * @param named empty where nobody says
     * @throws CommandException where it is not one, or not clear
     */
    public static String one(MigrationRegistry registry, Optional<String> named, Optional<String> url) {
        if (named.isPresent() && !registry.dialects().contains(named.get())) {
            throw new CommandException(
                    "no SQL is there for dialect " + named.get(),
                    registry.name() + " has it for " + String.join(", ", registry.dialects()),
                    "name one of these, or add it to @MigrationEnvironment and compile");
        }
        List<String> dialects = named.map(List::of).orElseGet(() -> inQuestion(registry, url));
        if (dialects.size() != 1) {
            throw new CommandException(
                    "it is not clear for which database SQL is to be written",
                    registry.name() + " has it for " + String.join(", ", dialects),
                    "name one of these as the dialect");
        }
        return dialects.get(0);
    }

    private static String ofUrl(String url) {
        String[] parts = url.split(":", 3);
        return parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "";
    }
}
