package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links from page to page lead to a file that is there, and to a heading of it. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int followed = 0;
        for (Page page : Page.all()) {
            Path file = Page.ROOT.resolve(page.name());
            for (String link : links(Files.readString(file))) {
                followed++;
                if (!leads(file, link)) {
                    broken.add(page.name() + ": " + link);
                }
            }
        }
        assertThat(followed).isGreaterThan(150);
        assertThat(broken).isEmpty();
    }

    @Test
    void aBrokenOneIsSeen() throws IOException {
        Path readme = Page.ROOT.resolve("README.md");
        assertThat(leads(readme, "docs/runtime.md#targets")).isTrue();
        assertThat(leads(readme, "docs/runtime.md#target")).isFalse();
        assertThat(leads(readme, "docs/run.md")).isFalse();
        assertThat(links("[a](b.md) ```x``` [`c`](https://example.org)\n```text\n[d](e.md)\n```\n"))
                .containsExactly("b.md");
    }

    private static List<String> links(String page) {
        return LINK.matcher(FENCED.matcher(page).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    private static boolean leads(Path from, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || HEADING.matcher(FENCED.matcher(Files.readString(target)).replaceAll(""))
                        .results()
                        .map(LinksTest::anchor)
                        .anyMatch(parts[1]::equals);
    }

    /** As code hosts make them: lower case, hyphens for blanks, no other punctuation. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }
}
