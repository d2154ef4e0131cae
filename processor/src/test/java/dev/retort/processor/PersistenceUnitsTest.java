package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities of several databases in one compilation: each environment has its own, and what those refer to. */
class PersistenceUnitsTest {
    private static final String MONEY = "package shared; public record Money(long cents) {}";
    private static final String ORDERS = """
            package orders;
            import jakarta.persistence.*;
            import shared.*;
            @Entity public class Purchase { @Id Long id; Money price; }
            """;
    private static final String STOCK = """
            package stock;
            import jakarta.persistence.*;
            import shared.*;
            @Entity public class Item { @Id Long id; Money price; }
            """;

    private static String converter(String pack, String column, String value) {
        return """
            package %s;
            import jakarta.persistence.*;
            import shared.*;
            @Converter(autoApply = true) public class MoneyConverter implements AttributeConverter<Money, %s> {
                public %s convertToDatabaseColumn(Money money) { return %s; }
                public Money convertToEntityAttribute(%s column) { return null; }
            }
            """.formatted(pack, column, column, value, column);
    }

    private static String migration(String pack, String table, String priceType) {
        return """
            package %s.db;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("%s", table -> {
                        table.column("id", bigint());
                        table.column("price", %s);
                        table.primaryKey("id");
                    });
                }
            }
            """.formatted(pack, table, priceType);
    }

    private static String environment(String pack, String chosen) {
        return """
            @MigrationEnvironment(dialects = "sqlite", %s)
            package %s.db;
            import dev.retort.MigrationEnvironment;
            """.formatted(chosen, pack);
    }

    private static List<String> twoUnits(String chosenOrders, String chosenStock) {
        return List.of(
                MONEY,
                ORDERS,
                STOCK,
                converter("orders", "Long", "1L"),
                converter("stock", "String", "\"\""),
                migration("orders", "Purchase", "bigint()"),
                migration("stock", "Item", "varchar(255)"),
                environment("orders", chosenOrders),
                environment("stock", chosenStock));
    }

    private static String messages(List<String> sources, String... options) {
        Compilation compilation =
                Javac.compile(sources.stream().map(Javac::source).toList(), options);
        return Javac.messages(compilation);
    }

    private static List<String> plus(List<String> sources, String... more) {
        List<String> all = new ArrayList<>(sources);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void autoApplyConvertersOfTwoUnitsDoNotCollide() {
        assertThat(messages(twoUnits("entityPackages = \"orders\"", "entityPackages = \"stock\"")))
                .isEmpty();
        assertThat(messages(twoUnits(
                        "entities = {orders.Purchase.class, orders.MoneyConverter.class}",
                        "entities = {stock.Item.class, stock.MoneyConverter.class}")))
                .isEmpty();
    }

    @Test
    void twoAutoApplyConvertersInOneUnitAreHibernatesToReject() {
        assertThat(messages(twoUnits("entityPackages = {\"orders\", \"stock\"}", "entityPackages = \"stock\"")))
                .contains("[UnreadableModel] Hibernate rejects the mapping: ")
                .contains("Multiple auto-apply converters matched basic attribute [orders.Purchase.price]");
    }

    @Test
    void theOptionChoosesConvertersToo() {
        List<String> sources = List.of(
                MONEY,
                ORDERS,
                STOCK,
                converter("orders", "Long", "1L"),
                converter("stock", "String", "\"\""),
                migration("orders", "Purchase", "bigint()"));

        assertThat(messages(sources, "-Aretort.entities=orders.*")).isEmpty();
        assertThat(messages(sources, "-Aretort.entities=orders.Purchase,orders.MoneyConverter"))
                .isEmpty();
        assertThat(messages(sources, "-Aretort.entities=orders.Purchase,stock.MoneyConverter"))
                .contains("[TypeDrift] column Purchase.price");
        assertThat(messages(sources)).contains("Multiple auto-apply converters");
    }

    @Test
    void aConverterThatIsNotChosenDoesNotApplyByItself() {
        assertThat(messages(twoUnits(
                        "entities = {orders.Purchase.class, stock.MoneyConverter.class}",
                        "entityPackages = \"stock\"")))
                .contains("Purchase.java:4: error: [TypeDrift] column Purchase.price");
    }

    private static final String ADDRESS = """
            package other;
            import jakarta.persistence.*;
            @Embeddable public class Address {
                @Convert(converter = Zip.Texts.class) Zip zip;
                public record Zip(String text) {
                    public static class Texts implements AttributeConverter<Zip, String> {
                        public String convertToDatabaseColumn(Zip zip) { return zip == null ? null : zip.text(); }
                        public Zip convertToEntityAttribute(String text) { return text == null ? null : new Zip(text); }
                    }
                }
            }
            """;
    private static final String BASE = """
            package other;
            import jakarta.persistence.*;
            @MappedSuperclass public abstract class Base<T> {
                @Id Long id;
                @Convert(converter = Grades.class) Grade grade;
                @Embedded T place;
                public enum Grade { LOW { @Override String code() { return "l"; } }, HIGH { @Override String code() { return "h"; } };
                    abstract String code(); }
                public static class Grades implements AttributeConverter<Grade, String> {
                    public String convertToDatabaseColumn(Grade grade) { return grade == null ? null : grade.code(); }
                    public Grade convertToEntityAttribute(String code) { return null; }
                }
            }
            """;
    private static final String STRAY = """
            package other;
            import jakarta.persistence.*;
            @Entity public class Stray { @Id Long id; }
            """;
    private static final String HOUSE = """
            package app;
            import jakarta.persistence.*;
            @Entity public class House extends other.Base<other.Address> {}
            """;

    private static String houses(String columns) {
        return """
            package app;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("House", table -> {
                        table.column("id", bigint());
                        %s
                        table.primaryKey("id");
                        table.check("grade in ('h','l')").named("ck_House_grade");
                    });
                }
            }
            """.formatted(columns);
    }

    @Test
    void whatIsReferredToBelongsToTheUnit() {
        String columns = "table.column(\"grade\", varchar(255)); table.column(\"zip\", varchar(255));";
        List<String> sources = List.of(ADDRESS, BASE, STRAY, HOUSE);

        assertThat(messages(plus(sources, houses(columns)), "-Aretort.entities=app.House"))
                .isEmpty();
        assertThat(messages(plus(sources, houses("")), "-Aretort.entities=app.House"))
                .contains("Base.java:5: error: [ColumnDrift] table House has no column grade, mapped by House.grade")
                .contains(
                        "Address.java:4: error: [ColumnDrift] table House has no column zip, mapped by House.place.zip");
        assertThat(messages(plus(sources, houses(columns))))
                .contains("Stray.java:3: error: [TableDrift] there is no table Stray, mapped by Stray");
    }

    private static final String PLACE = """
            package shared;
            import jakarta.persistence.*;
            @Embeddable @DiscriminatorColumn(name = "kind") @DiscriminatorValue("any") public class Place { public String city; }
            """;
    private static final String SHOP = """
            package orders;
            import jakarta.persistence.*;
            @Entity public class Shop { @Id Long id; shared.Place place; }
            """;
    private static final String DEPOT = """
            package stock;
            import jakarta.persistence.*;
            @Entity public class Depot { @Id Long id; shared.Place place; }
            """;
    /** Hibernate gives every table with a place the columns of all kinds of places that are mapped. */
    private static final String SHELF = """
            package stock;
            import jakarta.persistence.*;
            @Embeddable @DiscriminatorValue("shelf") public class Shelf extends shared.Place { public String rack; }
            """;

    private static String places(String pack, String table, String columns) {
        return """
            package %s.db;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("%s", table -> {
                        table.column("id", bigint());
                        table.column("city", varchar(255));
                        %s
                        table.primaryKey("id");
                    });
                }
            }
            """.formatted(pack, table, columns);
    }

    private static final String RACKS = """
            table.column("kind", varchar(31)).notNull();
            table.column("rack", varchar(255));
            """;

    private static List<String> twoUnitsOfPlaces(String chosenOrders, String chosenStock) {
        return List.of(
                PLACE,
                SHOP,
                DEPOT,
                SHELF,
                places("orders", "Shop", ""),
                places("stock", "Depot", RACKS),
                environment("orders", chosenOrders),
                environment("stock", chosenStock));
    }

    @Test
    void anEmbeddableOfAnotherUnitStaysOut() {
        assertThat(messages(twoUnitsOfPlaces(
                        "entityPackages = {\"orders\", \"shared\"}", "entityPackages = {\"stock\", \"shared\"}")))
                .isEmpty();
        assertThat(messages(twoUnitsOfPlaces(
                        "entities = orders.Shop.class",
                        "entities = {stock.Depot.class, stock.Shelf.class, shared.Place.class}")))
                .isEmpty();
    }

    @Test
    void anEmbeddableThatIsChosenBelongsToTheUnit() {
        for (String chosen : List.of(
                "entityPackages = {\"orders\", \"stock\", \"shared\"}, unmapped = \"Depot\"",
                "entities = {orders.Shop.class, stock.Shelf.class, shared.Place.class}")) {
            assertThat(messages(twoUnitsOfPlaces(chosen, "entityPackages = {\"stock\", \"shared\"}")))
                    .contains(
                            "Shelf.java:3: error: [ColumnDrift] table Shop has no column rack, mapped by Shop.place.rack")
                    .doesNotContain("table Depot");
        }
        assertThat(messages(twoUnitsOfPlaces(
                        "entityPackages = {\"orders\", \"shared\"}",
                        "entities = {stock.Depot.class, shared.Place.class}")))
                .contains("[ColumnDrift] no property maps column Depot.rack")
                .doesNotContain("table Shop");
    }

    @Test
    void theOptionChoosesEmbeddablesToo() {
        List<String> sources = List.of(PLACE, SHOP, DEPOT, SHELF, places("orders", "Shop", ""));

        assertThat(messages(sources, "-Aretort.entities=orders.*")).isEmpty();
        assertThat(messages(sources, "-Aretort.entities=orders.Shop,shared.Place"))
                .isEmpty();
        assertThat(messages(sources, "-Aretort.entities=orders.Shop,shared.Place,stock.Shelf"))
                .contains(
                        "Shelf.java:3: error: [ColumnDrift] table Shop has no column rack, mapped by Shop.place.rack");
        assertThat(messages(sources))
                .contains(
                        "Shelf.java:3: error: [ColumnDrift] table Shop has no column rack, mapped by Shop.place.rack");
    }
}
