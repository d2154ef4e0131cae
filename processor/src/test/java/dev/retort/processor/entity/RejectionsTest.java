package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each is one finding, though two dialects are read. */
class RejectionsTest {

    @Test
    void mappedByAPropertyThatIsNotThere() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                import java.util.List;
                class Models {
                  @Entity static class Owner { @Id Long id; @OneToMany(mappedBy = "keeper") List<Pet> pets; }
                  @Entity static class Pet { @Id Long id; @ManyToOne Owner owner; }
                }
                """).read();

        assertThat(result.models()).isEmpty();
        assertThat(result.findings()).containsExactly("""
                    Owner.pets: [UnreadableModel] Hibernate rejects the mapping: Collection 'app.Models$Owner.pets' is 'mappedBy' a property named 'keeper' which does not exist in the target entity 'app.Models$Pet'
                      help: change the mapping: the application would not start with it either""");
    }

    @Test
    void noIdentifier() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Lost { String name; }
                """, """
                package app;
                import jakarta.persistence.*;
                @Entity class Fine { @Id Long id; }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Lost: [UnreadableModel] Hibernate rejects the mapping: Entity 'app.Lost' has no identifier (every '@Entity' class must declare or inherit at least one '@Id' or '@EmbeddedId' property)
                      help: change the mapping: the application would not start with it either""");
    }

    @Test
    void oneColumnForTwoProperties() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Twice { @Id Long id; @Column(name = "x") String one; @Column(name = "x") String two; }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Twice: [UnreadableModel] Hibernate rejects the mapping: Column 'x' is duplicated in mapping for entity 'app.Twice' (use '@Column(insertable=false, updatable=false)' when mapping multiple properties to the same column)
                      help: change the mapping: the application would not start with it either""");
    }

    @Test
    void aTypeThatHibernateDoesNotKnow() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Odd { @Id Long id; Thread worker; }
                """, """
                package app;
                import jakarta.persistence.*;
                @Entity class Fine { @Id Long id; }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Odd.worker: [UnreadableModel] Hibernate rejects the mapping: Could not determine recommended JdbcType for Java type 'java.lang.Thread'
                      help: change the mapping: the application would not start with it either""");
    }

    @Test
    void aConverterThatThrows() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Rated { @Id Long id; @Convert(converter = Bad.class) Level level;
                  enum Level { LOW, HIGH }
                  static class Bad implements AttributeConverter<Level, String> {
                    public String convertToDatabaseColumn(Level level) { throw new IllegalStateException("no words for " + level); }
                    public Level convertToEntityAttribute(String text) { return null; }
                  } }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Rated.Bad: [UnreadableModel] Hibernate ran app.Rated.Bad, which threw IllegalStateException: no words for LOW
                      help: mend Bad: when the application starts, it would throw too""");
    }

    @Test
    void aGeneratorThatCannotBeMade() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                import org.hibernate.annotations.GenericGenerator;
                @Entity class Counted { @Id @GeneratedValue(generator = "own") @GenericGenerator(name = "own", type = Own.class) Long id;
                  static class Own extends org.hibernate.id.enhanced.SequenceStyleGenerator {
                    Own(String noDefaultConstructor) {}
                  } }
                """, """
                package app;
                import jakarta.persistence.*;
                @Entity class Fine { @Id Long id; }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Counted.Own: [UnreadableModel] Hibernate rejects the mapping: No appropriate constructor for id generator class 'app.Counted$Own'
                      help: change the mapping: the application would not start with it either""");
    }

    @Test
    void aConverterWhoseCodeIsWrittenByAnotherProcessorLater() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Rated { @Id Long id; @Convert(converter = Bad.class) Level level; enum Level { LOW, HIGH } }
                """, """
                package app;
                import jakarta.persistence.*;
                class Bad implements AttributeConverter<Rated.Level, String> {
                  public String convertToDatabaseColumn(Rated.Level level) { return Generated.text(level); }
                  public Rated.Level convertToEntityAttribute(String text) { return null; }
                }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Bad: [UnavailableClass] Hibernate must run app.Bad while the code is compiled, and has no compiled class of it
                      compiling it by itself failed: cannot find symbol
                      help: move the class to a module that is compiled before this one, and put that on the class path or on the processor path""");
    }

    @Test
    void aFieldOfATypeThatIsNotThere() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Lost { @Id Long id; app.Nowhere where; }
                """).read();

        assertThat(result.findings()).containsExactly("""
                    Lost: [UnavailableClass] class app.Nowhere is needed to read the model, and is nowhere to be found
                      help: put the dependency that holds it on the class path, or on the processor path if Hibernate must run it""");
    }

    @Test
    void aNamingStrategyThatIsNotThere() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity class Fine { @Id Long id; }
                """)
                .with("hibernate.physical_naming_strategy", "app.Missing")
                .read();

        assertThat(result.findings()).containsExactly("""
                    nowhere: [UnavailableClass] class app.Missing is needed to read the model, and is nowhere to be found
                      help: put the dependency that holds it on the class path, or on the processor path if Hibernate must run it""");
    }
}
