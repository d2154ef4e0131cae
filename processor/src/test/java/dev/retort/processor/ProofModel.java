package dev.retort.processor;

import dev.retort.processor.entity.Corpus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/**
 * A model that migrations are written for.
 *
 * @param sources one for each file
 * @param settings of Hibernate
 * @param resources texts by path
 * @param unit of its {@code persistence.xml}; empty for the only one
 * @param cannotBe dialects in which it is not tried, and why
 */
record ProofModel(
        String name,
        List<String> sources,
        Map<String, String> settings,
        Map<String, String> resources,
        String unit,
        Map<String, String> cannotBe) {
    /** Of these a build proves one. */
    private static final int PARTS = 9;

    /** Before the names of those of the corpus. */
    static final String CORPUS = "corpus ";

    static final List<String> DIALECTS = List.of("sqlite", "h2", "postgresql", "mariadb");

    private static final Pattern LOMBOK = Pattern.compile("\\blombok\\.");
    private static final Pattern SCHEMA_OF_RESOURCES =
            Pattern.compile("(?:\\bschema\\s*=\\s*\"|<schema>|default_schema(?:\" value=\"|\\s*[=:]\\s*))(\\w+)");
    private static final Pattern SCHEMA =
            Pattern.compile("(?:\\bschema\\s*=\\s*|applyImplicitSchemaName\\()\"(\\w+)\"");

    /** One that is all Java. */
    ProofModel(String name, List<String> sources, Map<String, String> settings, Map<String, String> cannotBe) {
        this(name, sources, settings, Map.of(), "", cannotBe);
    }

    static final String HEAD = """
            package app;
            import jakarta.persistence.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.*;
            import jakarta.persistence.Table;
            import jakarta.persistence.Index;
            import jakarta.persistence.SecondaryTable;
            import jakarta.persistence.Id;
            import jakarta.persistence.Version;
            import jakarta.persistence.Converter;
            import jakarta.persistence.ForeignKey;
            @SuppressWarnings("all") class Model {}
            """;

    /** Those of the corpus, and those written for this. */
    static List<ProofModel> all() {
        List<ProofModel> all = new ArrayList<>(samples());
        Corpus.models().forEach(model -> all.add(ofCorpus(model)));
        return all;
    }

    /** Those that some dialect can carry; of them those that a run is asked for by {@code retort.proof.models}. */
    static List<ProofModel> chosen() {
        Pattern asked = Pattern.compile(System.getProperty("retort.proof.models", ""));
        return all().stream()
                .filter(model -> !dialects(model).isEmpty())
                .filter(model -> asked.matcher(model.name()).find())
                .toList();
    }

    private static ProofModel ofCorpus(Corpus.CorpusModel model) {
        String name = CORPUS + model.name();
        Map<String, String> cannotBe = new LinkedHashMap<>(Untried.of(name));
        model.rejectingDialects()
                .forEach(dialect -> cannotBe.put(dialect, "Hibernate has no DDL of it for " + dialect));
        return new ProofModel(name, model.sources(), model.settings(), model.resources(), model.unit(), cannotBe);
    }

    /** Those of annotations that its sources use, beside Retort. */
    List<Processor> otherProcessors() {
        return sources.stream().anyMatch(source -> LOMBOK.matcher(source).find())
                ? List.of(Corpus.lombok())
                : List.of();
    }

    /** Whether it needs more than its sources. */
    boolean isBroughtByOthers() {
        return !resources.isEmpty() || !otherProcessors().isEmpty();
    }

    /** The names of schemas that it writes. */
    Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (String source : sources) {
            SCHEMA.matcher(source).results().forEach(found -> schemas.add(found.group(1)));
        }
        for (String resource : resources.values()) {
            SCHEMA_OF_RESOURCES.matcher(resource).results().forEach(found -> schemas.add(found.group(1)));
        }
        settings.forEach((setting, value) -> {
            // Envers has one of its own.
            if (setting.endsWith("default_schema")) {
                schemas.add(value);
            }
        });
        return schemas;
    }

    /** Every ninth; with {@code -Dretort.fixedpoint.part=1} to {@code 8} others, with {@code all} everything. */
    static <T> List<T> sample(List<T> all) {
        String part = System.getProperty("retort.fixedpoint.part", "0");
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (part.equals("all") || i % PARTS == Integer.parseInt(part)) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private static ProofModel sample(String name, String source) {
        return new ProofModel(name, List.of(HEAD + source), Map.of(), Untried.of(name));
    }

    /** The dialects that can carry all of these. */
    static List<String> dialects(ProofModel... models) {
        return DIALECTS.stream()
                .filter(dialect -> Stream.of(models).noneMatch(model -> model.cannotBe.containsKey(dialect)))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<ProofModel> samples() {
        return List.of(
                sample("identity integer", """
                        @Entity class A { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id; String s; }
                        """),
                sample("identity long", """
                        @Entity class A { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; String s; }
                        """),
                sample("auto", """
                        @Entity class A { @Id @GeneratedValue Long id; String s; }
                        @Entity class B { @Id @GeneratedValue Integer id; @ManyToOne A a; }
                        """),
                sample("sequence named", """
                        @Entity class A { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
                          @SequenceGenerator(name = "g", sequenceName = "my_seq", allocationSize = 10, initialValue = 100) Long id; }
                        """),
                sample("table generator", """
                        @Entity class A { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
                        @Entity class B { @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "t")
                          @TableGenerator(name = "t", table = "numbers", pkColumnName = "k", valueColumnName = "v", pkColumnValue = "b") Long id; }
                        """),
                sample("uuid", """
                        @Entity class A { @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id; }
                        @Entity class B { @Id @GeneratedValue(strategy = GenerationType.UUID) String id; @ManyToOne A a; }
                        """),
                sample("associations", """
                        @Entity class A { @Id Long id; @OneToMany List<B> owned; @OneToMany(mappedBy = "a") Set<B> back;
                          @ManyToMany Set<B> many; @OneToMany @JoinColumn(name = "joined_id") List<C> joined; @OneToOne C one; }
                        @Entity class B { @Id Long id; @ManyToOne(optional = false) A a; @ManyToMany(mappedBy = "many") Set<A> as; }
                        @Entity class C { @Id Long id; @OneToOne(mappedBy = "one") A a; @OneToOne(optional = false) B b;
                          @ManyToMany @JoinTable(name = "c_b", joinColumns = @JoinColumn(name = "c"), inverseJoinColumns = @JoinColumn(name = "b")) List<B> bs; }
                        """),
                sample("element collections", """
                        @Embeddable class Address { @Column(nullable = false) String street; Integer number; @ManyToOne A other; }
                        enum Color { RED, GREEN }
                        @Entity class A { @Id Long id; @ElementCollection Set<String> tags; @ElementCollection List<Address> addresses;
                          @ElementCollection Set<Address> addressSet;
                          @ElementCollection @Enumerated(EnumType.STRING) Set<Color> colors; @ElementCollection List<UUID> uuids; }
                        """),
                sample("single table", """
                        @Entity abstract class A { @Id Long id; String common; }
                        @Entity class B extends A { @Column(nullable = false) String b; }
                        @Entity @DiscriminatorValue("see") class C extends A { int c; @ManyToOne B b; }
                        """),
                sample("single table integer discriminator", """
                        @Entity @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER) @DiscriminatorValue("1")
                        class A { @Id Long id; }
                        @Entity @DiscriminatorValue("2") class B extends A { String b; }
                        """),
                sample("single table char discriminator", """
                        @Entity @DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR) @DiscriminatorValue("a")
                        class A { @Id Long id; }
                        @Entity @DiscriminatorValue("b") class B extends A { String b; }
                        """),
                sample("joined", """
                        @Entity @Inheritance(strategy = InheritanceType.JOINED) abstract class A { @Id @GeneratedValue Long id; String common; }
                        @Entity class B extends A { @Column(nullable = false) String b; }
                        @Entity @PrimaryKeyJoinColumn(name = "a_id") class C extends A { int c; @ManyToOne B b; }
                        @Entity class D extends C { @ElementCollection Set<String> ds; }
                        """),
                sample("joined with discriminator", """
                        @Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn class A { @Id Long id; }
                        @Entity class B extends A { String b; }
                        """),
                sample("table per class", """
                        @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class A { @Id @GeneratedValue Long id; @Column(unique = true) String common; }
                        @Entity class B extends A { @Column(nullable = false) String b; }
                        @Entity class C extends A { int c; @ManyToOne B b; }
                        @Entity class H { @Id Long id; @ManyToOne A any; }
                        """),
                sample("embedded", """
                        @Embeddable class Money { BigDecimal amount; @Column(length = 3) String currency; }
                        @Embeddable record Range(LocalDate start, LocalDate finish) {}
                        @Entity class A { @Id Long id; @Embedded Money price; @Embedded @AttributeOverrides({
                          @AttributeOverride(name = "amount", column = @Column(name = "tax_amount", precision = 10, scale = 4)),
                          @AttributeOverride(name = "currency", column = @Column(name = "tax_currency", nullable = false)) }) Money tax; Range range; }
                        """),
                sample("embedded id", """
                        @Embeddable record Key(Long tenant, String code) {}
                        @Entity class A { @EmbeddedId Key id; @Version int version; }
                        @Entity class B { @Id Long id; @ManyToOne A a; @ManyToMany Set<A> as; }
                        """),
                sample("id class and maps id", """
                        class AId implements java.io.Serializable { Long tenant; String code;
                          public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } }
                        @Entity @IdClass(AId.class) class A { @Id Long tenant; @Id String code; }
                        @Embeddable class BId implements java.io.Serializable { AId a; int line;
                          public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } }
                        @Entity class P { @Id Long id; }
                        @Entity class Q { @Id Long id; @MapsId @OneToOne P p; }
                        @Embeddable class RId implements java.io.Serializable { Long pid; int line;
                          public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } }
                        @Entity class R { @EmbeddedId RId id; @MapsId("pid") @ManyToOne P p; @ManyToOne A a; }
                        """),
                sample("derived id class", """
                        @Entity class P { @Id Long id; }
                        class CId implements java.io.Serializable { Long p; int line;
                          public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } }
                        @Entity @IdClass(CId.class) class C { @Id @ManyToOne P p; @Id int line; @ManyToOne C previous; }
                        """),
                sample("enums", """
                        enum Color { RED, GREEN, BLUE }
                        enum Tricky { IT { void x() {} }, B; void x() {} }
                        @Entity class A { @Id Long id; @Enumerated(EnumType.STRING) Color s; @Enumerated(EnumType.STRING) @Column(nullable = false, length = 10) Color n;
                          @Enumerated Color o; Tricky t; @Enumerated(EnumType.STRING) Tricky ts; @ElementCollection Map<Color, String> byColor; }
                        """),
                sample("enum id", """
                        enum Color { RED, GREEN, BLUE }
                        @Entity class A { @Id @Enumerated(EnumType.STRING) Color id; }
                        @Entity class B { @Id Long id; @ManyToOne A a; }
                        """),
                sample("converters", """
                        enum Level { LOW, HIGH }
                        @Converter(autoApply = true) class LevelConverter implements AttributeConverter<Level, Integer> {
                          public Integer convertToDatabaseColumn(Level l) { return l == null ? null : l.ordinal() * 10; }
                          public Level convertToEntityAttribute(Integer i) { return i == null ? null : Level.values()[i / 10]; } }
                        @Converter class ListConverter implements AttributeConverter<List<String>, String> {
                          public String convertToDatabaseColumn(List<String> l) { return l == null ? null : String.join(",", l); }
                          public List<String> convertToEntityAttribute(String s) { return s == null ? null : List.of(s.split(",")); } }
                        @Entity class A { @Id Long id; Level level; @Convert(converter = ListConverter.class) @Column(length = 1000) List<String> list;
                          @Convert(converter = org.hibernate.type.YesNoConverter.class) boolean yes; }
                        """),
                sample("basics", """
                        @Entity class A { @Id Long id; byte b; Byte bb; short s; int i; long l; float f; double d; boolean z; char c; Character cc;
                          BigDecimal amount; @Column(precision = 12, scale = 3) BigDecimal exact; BigInteger big; byte[] bytes; char[] chars; UUID uuid;
                          Instant instant; LocalDate date; LocalTime time; LocalDateTime dateTime; OffsetDateTime offsetTime2; ZonedDateTime zoned; OffsetTime offsetTime; Duration duration;
                          Year theYear; YearMonth yearMonth; MonthDay monthDay; ZoneOffset zone; ZoneId zoneId; Locale locale; Currency currency; TimeZone tz; java.net.URL url; Class<?> type;
                          java.util.Date old; java.sql.Timestamp ts; java.sql.Date sd; java.sql.Time st; Calendar cal; DayOfWeek weekDay; }
                        """),
                sample("lobs", """
                        @Entity class A { @Id Long id; @Lob String text; @Lob byte[] bytes; @Lob char[] chars; java.sql.Blob large; java.sql.Clob clob;
                          @Column(length = 100000) String longish; @Column(length = 10000000) String longer; @Column(length = Integer.MAX_VALUE) String longest; @Column(length = 16) byte[] sixteen;
                          @Column(length = 100000000) byte[] big; @Nationalized String national; @Column(columnDefinition = "varchar(77)") String def; java.io.Serializable anything;
                          @JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) Map<String, Object> json; @JdbcTypeCode(org.hibernate.type.SqlTypes.CHAR) @Column(length = 5) String fixed; }
                        """),
                sample("arrays", """
                        enum Color { RED, GREEN, BLUE }
                        @Entity class A { @Id Long id; String[] words; List<Integer> numbers; Color[] colors; }
                        """),
                sample("version and timestamps", """
                        @Entity class A { @Id Long id; @Version Instant version; @CreationTimestamp Instant created; @UpdateTimestamp LocalDateTime updated; @Column(secondPrecision = 3) Instant milli; }
                        @Entity class B { @Id Long id; @Version Long version; @SoftDelete @ElementCollection Set<String> soft; }
                        """),
                sample("soft delete", """
                        @Entity @SoftDelete class A { @Id Long id; @TenantId String tenant; }
                        """),
                sample("mapped superclass with generics", """
                        @MappedSuperclass abstract class Base<K extends java.io.Serializable, P> { @Id K id; @ManyToOne P parent; @Version int version; }
                        @MappedSuperclass abstract class Named<K extends java.io.Serializable, P> extends Base<K, P> { @Column(nullable = false) String name; }
                        @Entity class A extends Named<UUID, A> { }
                        @Entity class B extends Named<String, A> { }
                        """),
                sample("constraints", """
                        @Entity @Table(name = "things", uniqueConstraints = { @UniqueConstraint(name = "uq_ab", columnNames = {"a", "b"}), @UniqueConstraint(columnNames = {"b", "c"}) },
                          indexes = { @Index(name = "ix_c", columnList = "c"), @Index(columnList = "a, c"), @Index(name = "ux_d", columnList = "d", unique = true) },
                          check = @CheckConstraint(name = "ck_things", constraint = "a <> b"))
                        class A { @Id Long id; String a; String b; @Column(unique = true, nullable = false) String c; @Column(options = "") String d;
                          @ColumnDefault("7") int seven; @ColumnDefault("'x'") String x; @ColumnDefault("current_timestamp") Instant now; @Check(constraints = "e > 0") int e; @ColumnDefault("true") boolean f;
                          @ManyToOne @JoinColumn(name = "self", foreignKey = @ForeignKey(name = "fk_self")) A self;
                          @ManyToOne @JoinColumn(name = "none", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) A none;
                          @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) A cascading; @OneToOne A one; @NaturalId String naturalKey; }
                        """),
                sample("descending and expression checks", """
                        @Entity @Table(indexes = @Index(name = "ix", columnList = "a asc")) @Check(name = "positive", constraints = "n >= 0 and n < 10 or n is null")
                        class A { @Id Long id; String a; Integer n; @Column(check = @CheckConstraint(constraint = "m in (1, 2)")) Integer m; }
                        """),
                sample("reserved and quoted names", """
                        @Entity @Table(name = "`User`") class User { @Id Long id; @Column(name = "`group`") String group; @Column(name = "`Mixed Case`") String mixed; @Column(name = "`order`") int order; }
                        @Entity @Table(name = "`order`", indexes = @Index(name = "ix_from", columnList = "`from`")) class Order { @Id Long id; @ManyToOne User user; @Column(name = "`from`") LocalDate from; @Column(name = "`select`", unique = true) String select; @ElementCollection @Column(name = "`value`") Set<String> values; }
                        """),
                sample("unquoted odd names", """
                        @Entity class Kind { @Id Long id; String type; String name; String date; String timestamp; }
                        @Entity class Größe { @Id Long id; String straße; String a$b; String _u; @Column(name = "with_1") String w; }
                        """),
                sample("self references", """
                        @Entity class A { @Id @GeneratedValue Long id; @ManyToOne A parent; @OneToMany(mappedBy = "parent") List<A> children; @ManyToMany Set<A> friends; @OneToMany List<A> heirs; }
                        """),
                sample("mutual", """
                        @Entity class A { @Id Long id; @ManyToOne B b; }
                        @Entity class B { @Id Long id; @OneToOne A a; }
                        """),
                sample("order columns and maps", """
                        @Entity class B { @Id Long id; }
                        @Embeddable class E { String x; int y; }
                        @Entity class A { @Id Long id; @OrderColumn @ElementCollection List<String> ordered; @OrderColumn(name = "pos", nullable = false) @ManyToMany List<B> bs;
                          @ElementCollection Map<String, String> words; @ElementCollection @MapKeyColumn(name = "k", length = 40) Map<String, E> es; @OneToMany Map<String, B> byName;
                          @ManyToMany @MapKeyJoinColumn(name = "kb") Map<B, B> bb; @ElementCollection Map<E, Integer> byE; @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, Integer> byDate; @OneToMany @JoinColumn @OrderColumn List<C> cs; }
                        @Entity class C { @Id Long id; }
                        """),
                sample("id bag", """
                        @Entity class A { @Id Long id; @ElementCollection @CollectionId(column = @Column(name = "cid"), generator = "increment") @CollectionIdJavaClass(idType = Long.class) List<String> bag; @ElementCollection @CollectionTable(name = "named", joinColumns = @JoinColumn(name = "owner"), indexes = @Index(name = "ix_named", columnList = "owner"), uniqueConstraints = @UniqueConstraint(columnNames = {"owner", "n"})) @Column(name = "n", nullable = false) Set<Integer> named; }
                        """),
                sample("long names", """
                        @Entity class AnEntityWhoseNameIsSoLongThatItsConstraintsWillCertainlyNotFitIntoSixtyThreeCharacters { @Id @GeneratedValue Long id;
                          @ManyToOne AnEntityWhoseNameIsSoLongThatItsConstraintsWillCertainlyNotFitIntoSixtyThreeCharacters aPropertyWhoseNameIsAlsoVeryLongIndeedAndGoesOnAndOn;
                          @Column(unique = true) String anotherPropertyWhoseNameIsAlsoVeryLongIndeedAndGoesOnAndOn; @ElementCollection Set<String> yetAnotherPropertyWhoseNameIsAlsoVeryLongIndeed; }
                        """),
                sample("secondary tables", """
                        @Entity @SecondaryTable(name = "a_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "a_id"), uniqueConstraints = @UniqueConstraint(columnNames = "x"), indexes = @Index(name = "ix_y", columnList = "y"))
                        @SecondaryTable(name = "a_more")
                        class A { @Id Long id; @Column(table = "a_details") String x; @Column(table = "a_details", nullable = false) String y; @Column(table = "a_more") @Lob String z; @ManyToOne @JoinColumn(table = "a_more") A other; }
                        """),
                sample("property access and any", """
                        @Entity @Access(AccessType.PROPERTY) class A { private Long number; private String name;
                          @Id public Long getNumber() { return number; } public void setNumber(Long n) { number = n; }
                          @Column(name = "nom") public String getName() { return name; } public void setName(String n) { name = n; }
                          @Transient public String getOther() { return ""; } public boolean isActive() { return true; } public void setActive(boolean b) {} }
                        @Entity class B { @Id Long id; @Any @AnyKeyJavaClass(Long.class) @JoinColumn(name = "any_id") @Column(name = "any_type") Object any; @Formula("1 + 1") int two; @Generated int gen; @GeneratedColumn("id + 1") Long plus; }
                        """),
                sample("referenced not by primary key", """
                        @Entity class A { @Id Long id; @Column(unique = true, nullable = false) String code; @NaturalId String n1; @NaturalId int n2; }
                        @Entity class B { @Id Long id; @ManyToOne @JoinColumn(name = "a_code", referencedColumnName = "code") A a; }
                        """),
                sample("increment and custom generators", """
                        @Entity class A { @Id @GeneratedValue(generator = "increment") Long id; }
                        @Entity @SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 5) class B { @Id @GeneratedValue(generator = "shared") Long id; }
                        @Entity class C { @Id @GeneratedValue(generator = "shared") Integer id; }
                        @Entity class D { @Id @UuidGenerator(style = UuidGenerator.Style.TIME) UUID id; }
                        """),
                sample("comments and rows", """
                        @Entity @Table(name = "a_s", comment = "the as") class A { @Id Long id; @Column(comment = "the bs") String b; @Comment("c") String c; String r; }
                        """));
    }
}
