package dev.retort.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the first steps of a revision were when they ran. A revision that stopped halfway may be corrected after the
 * point where it stopped, not before: its checksum cannot tell the two apart, this can.
 */
final class StepFingerprint {

    private StepFingerprint() {}

    /** SHA-256 over the first steps, in lower-case hexadecimal digits. */
    static String of(List<Step> steps, int count) {
        MessageDigest digest = sha256();
        for (Step step : steps.subList(0, count)) {
            byte[] text = StepRunner.text(step).getBytes(StandardCharsets.UTF_8);
            digest.update(
                    (step.getClass().getSimpleName() + ' ' + text.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
