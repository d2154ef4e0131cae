package dev.retort.commands.database;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not show in any text, and stars in its place. Immutable. */
public final class Secrets {
    private static final String STARS = "***";

    /** A shorter one is masked as a word only: its letters are in every text. */
    private static final int LONG_ENOUGH = 6;

    /** Where the patterns below are looked for: {@code password = 'x'} of an SQL statement is none of ours. */
    private static final Pattern URL = Pattern.compile("jdbc:\\S+");

    /** {@code password=…}, {@code sslpassword=…}, {@code accessToken=…}, as drivers name parameters of a URL. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\w*(?:password|passwd|passphrase|pwd|secret|token)\\s*=\\s*)([^;&?,\\s\"')\\]]+)");

    /** {@code ://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(://[^/:@\\s]*:)([^/\\s]+)(?=@)");

    private final Set<String> values;

    private Secrets(Set<String> values) {
        this.values = values;
    }

    /** Nothing is known that must not show; what looks like a password in a URL is masked even so. */
    public static Secrets none() {
        return new Secrets(Set.of());
    }

    /** The password, and those in the URL. */
    public static Secrets of(String url, Optional<String> password) {
        // The longest first: a part of it may be another.
        Set<String> values = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        password.ifPresent(values::add);
        for (Pattern pattern : new Pattern[] {PARAMETER, USER_INFO}) {
            Matcher matcher = pattern.matcher(url);
            while (matcher.find()) {
                values.add(matcher.group(2));
            }
        }
        values.remove("");
        return new Secrets(values);
    }

    private static String maskUrl(String url) {
        String masked = url;
        for (Pattern pattern : new Pattern[] {PARAMETER, USER_INFO}) {
            masked = pattern.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(STARS));
        }
        return masked;
    }

    /** The text without what must not show. */
    public String mask(String text) {
        String masked = URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(maskUrl(url.group())));
        for (String value : values) {
            masked = value.length() >= LONG_ENOUGH
                    ? masked.replace(value, STARS)
                    : masked.replaceAll(
                            "(?<![\\w*])" + Pattern.quote(value) + "(?![\\w*])", Matcher.quoteReplacement(STARS));
        }
        return masked;
    }
}
