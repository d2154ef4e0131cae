package dev.retort.processor.entity;

import java.util.ArrayList;
import java.util.List;

/** A model as large applications have them: 208 entities, of which 52 are views, half of them with DDL. */
public final class LargeModel {
    private static final int AREAS = 26;
    private static final List<String> SHARED = List.of("""
                    package app;
                    import jakarta.persistence.*;
                    @MappedSuperclass abstract class Base<T extends java.io.Serializable> { @Id @GeneratedValue T id; @Version int version; }
                    """, """
                    package app;
                    import jakarta.persistence.*;
                    @MappedSuperclass abstract class Placed<T extends java.io.Serializable, P> extends Base<T> { @Embedded P place; }
                    """, """
                    package app;
                    import jakarta.persistence.*;
                    @Embeddable class Place { @Column(length = 40) String city; @Column(length = 5, nullable = false) String zip; }
                    """, """
                    package app;
                    import java.lang.annotation.*;
                    @org.hibernate.annotations.IdGeneratorType(Numbers.class)
                    @Retention(RetentionPolicy.RUNTIME) @Target({ElementType.FIELD, ElementType.METHOD})
                    @interface Numbered {}
                    """, """
                    package app;
                    import org.hibernate.engine.spi.SharedSessionContractImplementor;
                    public class Numbers implements org.hibernate.id.IdentifierGenerator {
                      public Object generate(SharedSessionContractImplementor session, Object entity) { return 1L; }
                    }
                    """);
    private static final String AREA = """
            package app;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity class Customer%1$s extends Placed<Long, Place> { @Column(unique = true, length = 80) String mail; @OneToMany(mappedBy = "customer") List<Purchase%1$s> purchases; }
            @Entity class Product%1$s extends Base<Integer> { @Enumerated(EnumType.STRING) Kind kind; @ElementCollection Map<String, java.math.BigDecimal> prices; enum Kind { A, B } }
            @Entity class Purchase%1$s { @Id Long id; @ManyToOne(optional = false) Customer%1$s customer; }
            @Entity @IdClass(Line%1$s.Key.class) class Line%1$s { @Id @ManyToOne Purchase%1$s purchase; @Id int position; @ManyToOne Product%1$s product;
              static class Key implements java.io.Serializable { Long purchase; int position;
                public boolean equals(Object other) { return this == other; } public int hashCode() { return position; } } }
            @Entity class Stock%1$s { @EmbeddedId Key key; @MapsId("product") @ManyToOne Product%1$s product; int amount;
              @Embeddable static class Key implements java.io.Serializable { Integer product; @Column(length = 10) String shelf;
                public boolean equals(Object other) { return this == other; } public int hashCode() { return 1; } } }
            @Entity @org.hibernate.annotations.Immutable @org.hibernate.annotations.Subselect("select id, amount from x") class Report%1$s { @Id Long id; long amount; }
            @Entity @org.hibernate.annotations.Immutable @org.hibernate.annotations.View(query = "select product_id as id, amount from Stock%1$s") class Total%1$s { @Id Long id; long amount; }
            @Entity class Ticket%1$s { @Id @Numbered Long id; @ManyToOne Line%1$s line; }
            """;

    /** One for each file. */
    public static List<String> sources() {
        List<String> sources = new ArrayList<>(SHARED);
        for (int i = 0; i < AREAS; i++) {
            sources.add(AREA.formatted(i));
        }
        return sources;
    }

    private LargeModel() {}
}
