package dev.retort.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionSettingsTest {
    private static final Map<String, String> NONE = Map.of();

    private static Optional<ConnectionSettings> resolve(
            Map<String, String> given, Map<String, String> environment, Map<String, String> file) {
        return ConnectionSettings.resolve(given::get, environment, file::get);
    }

    private static Optional<ConnectionSettings> settings(String url, String user, String password) {
        return Optional.of(new ConnectionSettings(url, Optional.ofNullable(user), Optional.ofNullable(password)));
    }

    @Test
    void optionsComeBeforeTheEnvironmentAndThatBeforeTheFile() {
        Map<String, String> environment = Map.of("RETORT_URL", "jdbc:e", "RETORT_USER", "eve", "RETORT_PASSWORD", "e!");
        Map<String, String> file = Map.of("url", "jdbc:f", "user", "fay", "password", "f!");
        assertThat(resolve(Map.of("url", "jdbc:o", "user", "ola", "password", "o!"), environment, file))
                .isEqualTo(settings("jdbc:o", "ola", "o!"));
        assertThat(resolve(Map.of("url", "jdbc:o"), environment, file)).isEqualTo(settings("jdbc:o", "eve", "e!"));
        assertThat(resolve(NONE, environment, file)).isEqualTo(settings("jdbc:e", "eve", "e!"));
        assertThat(resolve(NONE, NONE, file)).isEqualTo(settings("jdbc:f", "fay", "f!"));
        assertThat(resolve(Map.of("user", "ola"), NONE, file)).isEqualTo(settings("jdbc:f", "ola", "f!"));
        assertThat(resolve(Map.of("user", "ola"), NONE, NONE)).isEmpty();
    }

    @Test
    void thePasswordOfAFileGoesToNoOtherDatabase() {
        Map<String, String> file = Map.of("url", "jdbc:f", "user", "fay", "password", "f!");
        assertThat(resolve(Map.of("url", "jdbc:o"), NONE, file)).isEqualTo(settings("jdbc:o", null, null));
        assertThat(resolve(NONE, Map.of("RETORT_URL", "jdbc:e"), file)).isEqualTo(settings("jdbc:e", null, null));
    }

    @Test
    void theFolderOfDataIsTheEnvironments() {
        Map<String, String> given = Map.of("url", "jdbc:sqlite:$DATA_DIR/app.db");
        assertThat(resolve(given, NONE, NONE)).isEqualTo(settings("jdbc:sqlite:data/app.db", null, null));
        assertThat(resolve(given, Map.of("DATA_DIR", "/srv/$1"), NONE))
                .isEqualTo(settings("jdbc:sqlite:/srv/$1/app.db", null, null));
        assertThat(resolve(Map.of("url", "jdbc:sqlite:${DATA_DIR}/app.db"), Map.of("DATA_DIR", " "), NONE))
                .isEqualTo(settings("jdbc:sqlite:data/app.db", null, null));
    }
}
