package dev.retort.processor.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A model made up by chance; its text is sources that a person can read. */
record RandomModel(List<Type> types) {
    private static final String HEAD = """
            package app;
            import jakarta.persistence.*;
            import java.util.*;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.Comment;
            import org.hibernate.annotations.CreationTimestamp;
            import org.hibernate.annotations.NaturalId;
            import org.hibernate.annotations.OnDelete;
            import org.hibernate.annotations.OnDeleteAction;
            import org.hibernate.annotations.SoftDelete;
            """;

    /** {@code #} stands for the property's name, {@code @T} for another entity, {@code @L} for a length. */
    private static final List<String> PROPERTIES = List.of(
            "String #;",
            "@Column(length = @L, nullable = false) String #;",
            "@Column(unique = true) String #;",
            "@Column(name = \"`odd #`\") String #;",
            "int #;",
            "Long #;",
            "@Column(precision = 12, scale = 3) java.math.BigDecimal #;",
            "boolean #;",
            "UUID #;",
            "java.time.Instant #;",
            "java.time.LocalDate #;",
            "java.time.OffsetDateTime #;",
            "java.time.Duration #;",
            "double #;",
            "byte[] #;",
            "@Lob String #;",
            "Color #;",
            "@Enumerated(EnumType.STRING) @Column(nullable = false) Color #;",
            "@Convert(converter = Codes.class) Color #;",
            "@ColumnDefault(\"7\") int #;",
            "@Comment(\"said of it\") String #;",
            "@CreationTimestamp java.time.Instant #;",
            "@Column(check = @CheckConstraint(constraint = \"# > 0\")) int #;",
            "@NaturalId String #;",
            "@Embedded @AttributeOverrides({@AttributeOverride(name = \"amount\", column = @Column(name = \"#_amount\")), "
                    + "@AttributeOverride(name = \"unit\", column = @Column(name = \"#_unit\")), "
                    + "@AttributeOverride(name = \"label.text\", column = @Column(name = \"#_text\"))}) Money #;",
            "@ManyToOne @T #;",
            "@ManyToOne(optional = false) @OnDelete(action = OnDeleteAction.CASCADE) @T #;",
            "@ManyToOne @JoinColumn(name = \"#_fk\", foreignKey = @ForeignKey(name = \"fk_@E_#\")) @T #;",
            "@OneToOne @T #;",
            "@OneToMany List<@T> #;",
            "@OneToMany @JoinColumn(name = \"#_of_@E\") Set<@T> #;",
            "@ManyToMany Set<@T> #;",
            "@ManyToMany @OrderColumn List<@T> #;",
            "@ElementCollection Set<String> #;",
            "@ElementCollection @OrderColumn(name = \"pos\") List<Integer> #;",
            "@ElementCollection Set<Money> #;",
            "@ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Color, Integer> #;",
            "@ElementCollection Map<@T, String> #;",
            "@OneToMany @MapKeyColumn(name = \"slot\") Map<String, @T> #;",
            "int[] #;");

    /** What an annotation of the class says, a bar, and the members. */
    private static final List<String> IDENTIFIERS = List.of(
            "| @Id Long id;",
            "| @Id @GeneratedValue Long id;",
            "| @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;",
            "| @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;",
            "| @Id @GeneratedValue UUID id;",
            "| @Id @Column(length = 20) String id;",
            "| @EmbeddedId Pair id;",
            "@IdClass(Spot.class) | @Id @Column(length = 9) String area; @Id int number;",
            "@IdClass(Stay.class) | @Id @ManyToOne Anchor anchor; @Id java.time.LocalDate since;",
            "| @EmbeddedId Berth id; @MapsId(\"anchor\") @ManyToOne Anchor anchor;");

    /** Superclasses that are mapped, with an identifier of their own or without. */
    private static final List<String> BASES =
            List.of("", "", "Noted", "Holding<Money>", "Linked<@T>", "Keyed<Long>", "Keyed<UUID>", "Numbered<@T>");

    private static final int IDENTITY = 2;
    private static final int UNITED = 2;

    private static final List<String> INHERITANCE = List.of(
            "",
            "@Inheritance(strategy = InheritanceType.JOINED) ",
            "@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) ",
            "@DiscriminatorColumn(name = \"kind\", discriminatorType = DiscriminatorType.INTEGER) ");

    private static final String SAME =
            "public boolean equals(Object other) { return this == other; } public int hashCode() { return 1; } }";

    private static final List<String> OTHERS = List.of(
            "@Embeddable class Money { @Column(nullable = false) java.math.BigDecimal amount; @Column(length = 3) String unit; "
                    + "@Embedded Label label; }",
            "@Embeddable record Label(@Column(name = \"label_text\") String text) {}",
            "@Embeddable record Pair(String zone, int alpha) {}",
            "class Spot implements java.io.Serializable { String area; int number; " + SAME,
            "class Stay implements java.io.Serializable { Long anchor; java.time.LocalDate since; " + SAME,
            "@Embeddable class Berth implements java.io.Serializable { Long anchor; @Column(length = 7) String side; "
                    + SAME,
            "@Entity class Anchor { @Id Long id; String port; }",
            "@MappedSuperclass abstract class Noted { @Column(length = 12) String noted; @Version int edition; }",
            "@MappedSuperclass abstract class Holding<T> extends Noted { @Embedded T held; }",
            "@MappedSuperclass abstract class Linked<T> { @ManyToOne T linked; @ElementCollection List<String> links; }",
            "@MappedSuperclass abstract class Keyed<K extends java.io.Serializable> { @Id @GeneratedValue K id; }",
            "@MappedSuperclass abstract class Numbered<T> extends Keyed<Integer> { @OneToMany Set<T> numbered; }",
            "enum Color { RED, GREEN }");

    private static final String CODES = "@Converter public class Codes implements AttributeConverter<Color, String> { "
            + "public String convertToDatabaseColumn(Color c) { return c == null ? null : c.name().substring(0, 1); } "
            + "public Color convertToEntityAttribute(String s) { return null; } }";

    /**
     * An entity.
     *
     * @param parent counted among the types before it; none if there is not as many
     * @param base the mapped superclass of one without a parent; with one, odd numbers put one between
     * @param secondary whether it has a second table
     */
    record Type(
            int parent,
            int identifier,
            int inheritance,
            boolean softDeleted,
            int base,
            boolean secondary,
            List<Property> properties) {}

    record Property(int kind, int target, int length) {}

    static Arbitrary<RandomModel> any() {
        Arbitrary<Property> property = Combinators.combine(
                        Arbitraries.integers().between(0, PROPERTIES.size() - 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(255, 1, 40, 4000, 70000))
                .as(Property::new);
        Arbitrary<Type> type = Combinators.combine(
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, IDENTIFIERS.size() - 1),
                        Arbitraries.integers().between(0, INHERITANCE.size() - 1),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(6, false), net.jqwik.api.Tuple.of(1, true)),
                        Arbitraries.integers().between(0, BASES.size() - 1),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(3, false), net.jqwik.api.Tuple.of(1, true)),
                        property.list().ofMinSize(0).ofMaxSize(6))
                .as(Type::new);
        return type.list().ofMinSize(1).ofMaxSize(5).map(RandomModel::new);
    }

    List<String> sources() {
        List<String> sources = new ArrayList<>();
        sources.add(HEAD + String.join("\n", OTHERS));
        sources.add(HEAD + CODES);
        for (int i = 0; i < types.size(); i++) {
            sources.add(HEAD + source(i));
        }
        return sources;
    }

    private boolean isRoot(int index) {
        int parent = types.get(index).parent();
        return parent < 0 || parent >= index;
    }

    private int root(int index) {
        return isRoot(index) ? index : root(types.get(index).parent());
    }

    private String source(int index) {
        Type type = types.get(index);
        StringBuilder out = new StringBuilder(isRoot(index) ? rootHead(index, type) : subclassHead(index, type));
        if (type.secondary() && !isUnited(index)) {
            out.append("  @Column(table = \"more_e")
                    .append(index)
                    .append("\", length = 9) String further")
                    .append(index)
                    .append(";\n");
        }
        for (int i = 0; i < type.properties().size(); i++) {
            out.append("  ")
                    .append(property(index, i, type.properties().get(i)))
                    .append('\n');
        }
        return out.append("}\n").toString();
    }

    /** Its head, and its identifier. */
    private String rootHead(int index, Type type) {
        boolean united = type.inheritance() == UNITED;
        String base = BASES.get(type.base()).replace("@T", target(type.base()));
        // Not one of these can be had together: a union of tables with identity columns or with soft deletion.
        int identifier = united && type.identifier() == IDENTITY ? 0 : type.identifier();
        String[] parts = IDENTIFIERS.get(identifier).split("\\| ", 2);
        boolean isKeyed = base.startsWith("Keyed") || base.startsWith("Numbered");
        return "@Entity "
                + (isKeyed ? "" : parts[0])
                + (united && type.softDeleted() ? "" : INHERITANCE.get(type.inheritance()))
                + (type.softDeleted() ? "@SoftDelete " : "")
                + secondary(index, type)
                + "class E" + index + (base.isEmpty() ? "" : " extends " + base) + " {\n"
                + (isKeyed ? "" : "  " + parts[1] + "\n");
    }

    /** Its head, behind that of a mapped superclass where one lies between. */
    private String subclassHead(int index, Type type) {
        String between = type.base() % 2 == 0 ? "" : "B" + index;
        String parent = "E" + type.parent();
        return (between.isEmpty()
                        ? ""
                        : "@MappedSuperclass abstract class " + between + " extends " + parent
                                + " { @Column(length = 12) String between" + index + "; }\n")
                + "@Entity "
                + (types.get(root(index)).inheritance() == 3 ? "@DiscriminatorValue(\"" + index + "\") " : "")
                + secondary(index, type)
                + "class E" + index + " extends " + (between.isEmpty() ? parent : between) + " {\n";
    }

    private String secondary(int index, Type type) {
        return type.secondary() && !isUnited(index) ? "@SecondaryTable(name = \"more_e" + index + "\") " : "";
    }

    /** Whether each class of the hierarchy has all in a table of its own: Hibernate has no second ones for these. */
    private boolean isUnited(int index) {
        return types.get(root(index)).inheritance() == UNITED;
    }

    private String target(int number) {
        return "E" + number % types.size();
    }

    private String property(int type, int position, Property property) {
        String written = PROPERTIES.get(property.kind());
        // A natural identifier belongs to the root.
        String possible = isRoot(type) ? written : written.replace("@NaturalId ", "");
        for (Map.Entry<String, String> word : Map.of(
                        "#",
                        "p" + type + "_" + position,
                        "@T",
                        target(property.target()),
                        "@L",
                        Integer.toString(property.length()),
                        "@E",
                        "e" + type)
                .entrySet()) {
            possible = possible.replaceAll(word.getKey() + "(?![a-z])", word.getValue());
        }
        return possible;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            out.append('\n').append(source(i));
        }
        return out.toString();
    }
}
