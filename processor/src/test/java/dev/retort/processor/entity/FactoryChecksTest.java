package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Hibernate itself rejects only while it builds a session factory, with a twin that it accepts. */
class FactoryChecksTest {
    private static final String HEAD = """
            package app;
            import jakarta.persistence.*;
            import org.hibernate.annotations.DynamicUpdate;
            import org.hibernate.annotations.OptimisticLockType;
            import org.hibernate.annotations.OptimisticLocking;
            import org.hibernate.annotations.SQLDelete;
            import org.hibernate.annotations.SoftDelete;
            """;

    /** @param wrong is replaced by {@code right} in the twin */
    record Case(String finding, String wrong, String right, List<String> sources) {
        @Override
        public String toString() {
            return wrong;
        }

        Reading reading(boolean isRight) {
            return Reading.of(sources.stream()
                            .map(source -> HEAD + (isRight ? source.replace(wrong, right) : source))
                            .toArray(String[]::new))
                    .in("h2");
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "A.getName: [UnreadableModel] Hibernate rejects the mapping: "
                                + "Property 'app.A.name' is accessed through methods, but one is missing: "
                                + "Could not locate setter method for property 'name' of class 'app.A'",
                        "void setNam(",
                        "void setName(",
                        List.of("""
                                @Entity class A { private Long id; @Id public Long getId() { return id; } public void setId(Long id) {}
                                  public String getName() { return ""; } public void setNam(String name) {} }
                                """)),
                new Case(
                        "A.name: [UnreadableModel] Hibernate rejects the mapping: "
                                + "Property 'app.A.name' is accessed through methods, but one is missing: "
                                + "Could not locate getter method for property 'name' of class 'app.A'",
                        "@Access(AccessType.PROPERTY) String",
                        "@Access(AccessType.FIELD) String",
                        List.of("@Entity class A { @Id Long id; @Access(AccessType.PROPERTY) String name; }")),
                new Case(
                        "A: [UnreadableModel] Hibernate rejects the mapping: Entity 'app.A' may not be numbered by identity"
                                + " columns, as each of its subclasses has a table of its own",
                        "GenerationType.IDENTITY",
                        "GenerationType.SEQUENCE",
                        List.of(
                                "@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class A {"
                                        + " @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }",
                                "@Entity class B extends A { String b; }")),
                new Case(
                        "C: [UnreadableModel] Hibernate rejects the mapping: "
                                + "Entities 'app.C' and 'app.B' have the same discriminator value 'x'",
                        "@DiscriminatorValue(\"x\") class C",
                        "@DiscriminatorValue(\"y\") class C",
                        List.of(
                                "@Entity class A { @Id Long id; }",
                                "@Entity @DiscriminatorValue(\"x\") class B extends A {}",
                                "@Entity @DiscriminatorValue(\"x\") class C extends A {}")),
                new Case(
                        "A.version: [UnreadableModel] Hibernate rejects the mapping: Property 'app.A.version' is annotated"
                                + " '@Version' but its type 'java.lang.String' cannot count versions",
                        "String version",
                        "Integer version",
                        List.of("@Entity class A { @Id Long id; @Version String version; }")),
                new Case(
                        "A: [UnreadableModel] Hibernate rejects the mapping: "
                                + "Entity 'app.A' may not have both '@SoftDelete' and '@SQLDelete'",
                        "@SQLDelete(sql = \"delete from A where id = ?\")",
                        "",
                        List.of("@Entity @SoftDelete @SQLDelete(sql = \"delete from A where id = ?\")"
                                + " class A { @Id Long id; }")),
                new Case(
                        "A: [UnreadableModel] Hibernate rejects the mapping: "
                                + "Entity 'app.A' has 'OptimisticLockType.DIRTY' but is not annotated '@DynamicUpdate'",
                        "(type = OptimisticLockType.DIRTY)",
                        "(type = OptimisticLockType.DIRTY) @DynamicUpdate",
                        List.of("@Entity @OptimisticLocking(type = OptimisticLockType.DIRTY)"
                                + " class A { @Id Long id; String text; }")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRejectedAsHibernateDoes(Case broken) {
        Reading.Result result = broken.reading(false).read();

        assertThat(result.findings())
                .containsExactly(broken.finding()
                        + "\n  help: change the mapping: the application would not start with it either");
        try (HibernateOracle oracle = HibernateOracle.of(result)) {
            assertThatThrownBy(() -> oracle.create(result.dialects().get("h2"), Map.of()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTwinIsAccepted(Case broken) {
        Reading.Result result = broken.reading(true).read();

        assertThat(result.findings()).isEmpty();
        assertThat(OracleTest.differences(result, Map.of())).isEmpty();
    }
}
