package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints of Bean Validation in the model, where the application's Hibernate would apply them. */
class BeanValidationTest {
    private static final String PERSON = """
            package app;
            import jakarta.persistence.*;
            import jakarta.validation.Valid;
            import jakarta.validation.constraints.*;
            import org.hibernate.validator.constraints.*;
            @Entity class Person {
              @Id Long id;
              @NotNull @Size(max = 40) String name;
              @NotBlank String motto;
              @Min(1) @Max(99) int age;
              @Digits(integer = 6, fraction = 2) java.math.BigDecimal wage;
              @Length(max = 12) String code;
              @Range(min = 3, max = 5) Integer stars;
              @Zip String zip;
              @NotNull(groups = Later.class) String later;
              @Valid @NotNull Place place;
              @Valid Place second;
              @Size(min = 1) @ElementCollection java.util.List<@NotNull String> tags;
              interface Later {}
            }
            """;
    private static final String PLACE = """
            package app;
            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            @Embeddable class Place { @NotNull @Size(max = 30) String city; }
            """;
    private static final String ZIP = """
            package app;
            import jakarta.validation.*;
            import jakarta.validation.constraints.*;
            import java.lang.annotation.*;
            @NotNull @Size(max = 5) @Constraint(validatedBy = Zip.Checked.class)
            @Retention(RetentionPolicy.RUNTIME) public @interface Zip {
              String message() default ""; Class<?>[] groups() default {}; Class<? extends Payload>[] payload() default {};
              class Checked implements ConstraintValidator<Zip, String> {
                static { if (true) throw new IllegalStateException("validates nothing while compiling"); }
                public boolean isValid(String text, ConstraintValidatorContext context) { return false; }
              }
            }
            """;

    private static Reading reading() {
        return Reading.of(
                        PERSON.replace(
                                "Place second;",
                                "@AttributeOverride(name = \"city\", column = @Column(name = \"second\")) Place second;"),
                        PLACE,
                        ZIP)
                .in("h2");
    }

    private static final String WITHOUT = """
            Person
              age integer not null
              stars integer
              wage numeric(38,2)
              id bigint not null
              city varchar(255)
              code varchar(255)
              later varchar(255)
              motto varchar(255)
              name varchar(255)
              second varchar(255)
              zip varchar(255)
              primary key (id)
            Person_tags
              Person_id bigint not null
              tags varchar(255)
              foreign key (Person_id) to Person (id)""";

    @Test
    void constraintsAreInTheModel() {
        Reading.Result result = reading().read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.console()).isEmpty();
        assertThat(result.text("h2")).isEqualTo("""
            Person
              age integer not null
              stars integer
              wage numeric(8,2)
              zip varchar(5) not null
              id bigint not null
              code varchar(12)
              city varchar(30) not null
              second varchar(30)
              name varchar(40) not null
              later varchar(255)
              motto varchar(255) not null
              primary key (id)
              check (age<=99) and (age>=1)
              check (stars<=5) and (stars>=3)
            Person_tags
              Person_id bigint not null
              tags varchar(255)
              foreign key (Person_id) to Person (id)""");
    }

    /** With one group of constraints, Hibernate is told which constraints the DDL follows. */
    @Test
    void groupsAreChosenBySettings() {
        assertThat(reading()
                        .with("jakarta.persistence.validation.group.pre-persist", "app.Person$Later")
                        .with("org.hibernate.validator.group.ddl", "app.Person$Later")
                        .read()
                        .text("h2"))
                .isEqualTo(WITHOUT.replace("later varchar(255)", "later varchar(255) not null"));
    }

    private static Reading simple() {
        return Reading.of("""
                        package app;
                        import jakarta.persistence.*;
                        import jakarta.validation.constraints.*;
                        @Entity class Tag { @Id Long id; @NotNull @Size(max = 7) String text; }
                        """).in("h2");
    }

    @Test
    void notWithoutAProviderOnTheClassPath() {
        Reading.Result with = simple().read();
        Reading.Result without =
                simple().onClassPath(classPathWithout("hibernate-validator")).read();

        assertThat(with.text("h2")).contains("text varchar(7) not null");
        assertThat(without.findings()).isEmpty();
        assertThat(without.text("h2")).contains("text varchar(255)\n");
    }

    @Test
    void modeDdlSaysThatThereWillBeAProvider() {
        Reading.Result result = simple().onClassPath(classPathWithout("hibernate-validator"))
                .with("jakarta.persistence.validation.mode", "ddl")
                .read();

        assertThat(result.text("h2")).contains("text varchar(7) not null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "callback", "NONE"})
    void notWhenTheModeSaysSo(String mode) {
        assertThat(reading()
                        .with("jakarta.persistence.validation.mode", mode)
                        .read()
                        .text("h2"))
                .isEqualTo(WITHOUT);
    }

    @Test
    void notWhenDdlIsLeftAlone() {
        assertThat(reading()
                        .with("hibernate.validator.apply_to_ddl", "false")
                        .read()
                        .text("h2"))
                .isEqualTo(WITHOUT);
    }

    private static List<File> classPathWithout(String... parts) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Stream.of(parts).noneMatch(entry::contains))
                .map(File::new)
                .toList();
    }
}
