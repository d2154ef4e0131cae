package dev.retort.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Titles to file names. */
public final class FileNames {

    /** Room is left for a number and an extension within the column's 80. */
    private static final int LONGEST = 64;

    private FileNames() {}

    /** A name that is not taken; it is from now on. */
    public static String free(String title, Set<String> taken) {
        String stem = stem(title);
        String name = stem + ".mp3";
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number + ".mp3";
        }
        return name;
    }

    /** Letters and digits of ASCII, accents gone, words joined by hyphens. */
    private static String stem(String title) {
        String ascii = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = ascii.isEmpty() ? "episode" : ascii;
        return stem.substring(0, Math.min(stem.length(), LONGEST));
    }
}
