package dev.retort.commands.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://h/db?user=me&password=hush&ssl=true | jdbc:postgresql://h/db?user=me&password=***&ssl=true
            jdbc:postgresql://h/db?sslpassword=hush               | jdbc:postgresql://h/db?sslpassword=***
            jdbc:h2:./data;USER=sa;PASSWORD=hush;MODE=MySQL       | jdbc:h2:./data;USER=sa;PASSWORD=***;MODE=MySQL
            jdbc:mysql://me:hu:sh@host:3306/db                    | jdbc:mysql://me:***@host:3306/db
            jdbc:mariadb://host/db?trustStorePassword=a&x=b       | jdbc:mariadb://host/db?trustStorePassword=***&x=b
            jdbc:sqlite:data/passwords.db                         | jdbc:sqlite:data/passwords.db
            """)
    void masksWhatUrlsHold(String url, String masked) {
        assertThat(Secrets.of(url, Optional.empty()).mask(url)).isEqualTo(masked);
        assertThat(Secrets.none().mask("cannot open " + url + " today")).isEqualTo("cannot open " + masked + " today");
    }

    @Test
    void masksTheirValuesWhereverTheyStand() {
        Secrets secrets = Secrets.of("jdbc:h2:mem:x;PASSWORD=in-the-url", Optional.of("open-sesame"));
        assertThat(secrets.mask("refused 'open-sesame' and in-the-url.")).isEqualTo("refused '***' and ***.");
    }

    @Test
    void masksShortOnesAsWordsOnly() {
        Secrets secrets = Secrets.of("jdbc:h2:mem:x", Optional.of("a"));
        assertThat(secrets.mask("a table has password a, and data")).isEqualTo("*** table has password ***, and data");
    }

    @Test
    void leavesStatementsAlone() {
        assertThat(Secrets.none().mask("update users set password = 'x'")).isEqualTo("update users set password = 'x'");
    }
}
