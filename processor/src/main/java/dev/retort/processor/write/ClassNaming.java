package dev.retort.processor.write;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A message as the name of a class: {@code Add user preferences} becomes {@code AddUserPreferences}. */
final class ClassNaming {
    /** A file system allows 255 bytes; a name to read is shorter. */
    private static final int LONGEST = 60;

    /** What the source of a migration means by another name, or the compiler by {@code java.lang}. */
    private static final Set<String> MEANT_OTHERWISE = Set.of(
            "Migration",
            "SchemaMigration",
            "Operations",
            "SqlTypes",
            "ReferentialAction",
            "DialectSql",
            "Override",
            "Object",
            "String",
            "Record",
            "Enum",
            "System");

    private ClassNaming() {}

    /**
     * A legal name that no other class of the package has.
     *
     * @param taken simple names; case does not count, as it does not for some file systems
     */
    static String of(String message, String revision, Collection<String> taken) {
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        others.addAll(taken);
        others.addAll(MEANT_OTHERWISE);
        String wanted = camelCase(message);
        if (wanted.isEmpty()) {
            wanted = "Revision" + revision;
        } else if (Character.isDigit(wanted.charAt(0)) || MEANT_OTHERWISE.contains(wanted)) {
            wanted = "Revision" + wanted;
        }
        String name = wanted;
        for (int number = 2; others.contains(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** Letters outside of ASCII lose their marks or go: not every file system and compiler agrees on them. */
    private static String camelCase(String message) {
        String plain = Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("'", "");
        StringBuilder name = new StringBuilder();
        for (String word : plain.split("[^A-Za-z0-9]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (name.length() + word.length() > LONGEST && name.length() > 0) {
                break;
            }
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}
