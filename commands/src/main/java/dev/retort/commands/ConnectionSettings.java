package dev.retort.commands;

import dev.retort.commands.database.Secrets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a database is reached. Its text shows no password.
 *
 * @param url for JDBC, with {@code $DATA_DIR} already replaced
 */
public record ConnectionSettings(String url, Optional<String> user, Optional<String> password) {

    private static final String DATA_DIR = "DATA_DIR";

    /** Where the folder of data is, when nobody says so. */
    private static final String DEFAULT_DATA_DIR = "data";

    /**
     * From what was given, most important first: options, environment variables ({@code RETORT_URL}, {@code RETORT_USER},
     * {@code RETORT_PASSWORD}), a file. The user and the password of a file go with its own URL only: they are not sent to
     * another that is named elsewhere.
     *
     * @param given by option; {@code url}, {@code user} and {@code password}; null where it is not there
     * @param environment of the process
     * @param file as {@code given}
     * @return empty where none of them has a URL
     */
    public static Optional<ConnectionSettings> resolve(
            UnaryOperator<@Nullable String> given,
            Map<String, String> environment,
            UnaryOperator<@Nullable String> file) {
        Optional<String> named = first(given, environment, "url");
        Optional<String> url = named.or(() -> value(file, "url"));
        UnaryOperator<@Nullable String> rest = named.isPresent() ? name -> null : file;
        return url.map(text -> new ConnectionSettings(
                withDataDirectory(text, environment),
                first(given, environment, "user").or(() -> value(rest, "user")),
                first(given, environment, "password").or(() -> value(rest, "password"))));
    }

    private static Optional<String> first(
            UnaryOperator<@Nullable String> given, Map<String, String> environment, String name) {
        return value(given, name)
                .or(() -> Optional.ofNullable(environment.get("RETORT_" + name.toUpperCase(Locale.ROOT))));
    }

    private static Optional<String> value(UnaryOperator<@Nullable String> layer, String name) {
        return Optional.ofNullable(layer.apply(name));
    }

    private static String withDataDirectory(String url, Map<String, String> environment) {
        String directory = environment.getOrDefault(DATA_DIR, "");
        String found = directory.isBlank() ? DEFAULT_DATA_DIR : directory;
        return url.replace("${" + DATA_DIR + "}", found).replace("$" + DATA_DIR, found);
    }

    /** The URL with stars for what is secret in it. */
    public String maskedUrl() {
        return Secrets.of(url, password).mask(url);
    }

    @Override
    public String toString() {
        return maskedUrl() + user.map(name -> " as " + name).orElse("");
    }
}
