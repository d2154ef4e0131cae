package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.HibernateVersion;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void leadBackToFieldsGettersAndClasses() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @DiscriminatorColumn(name = "kind")
                class Job extends Base {
                  @Embedded Window window;
                  @ManyToOne Job next;
                  @ElementCollection Set<String> tags;
                  @ElementCollection Map<String, Window> windows;
                  @ManyToMany List<Job> related;
                  @OneToMany @JoinColumn(name = "owner") List<Task> tasks;
                  @Enumerated(EnumType.STRING) State state;
                  @Column(name = "state", insertable = false, updatable = false) String stateText;
                  enum State { NEW, DONE }
                  @Embeddable record Window(java.time.Instant start, Limit limit) {}
                  @Embeddable static class Limit { int most; }
                  @Entity static class Urgent extends Job { int level; }
                  @Entity static class Task { @EmbeddedId TaskId id; private String title; @Access(AccessType.PROPERTY) public String getTitle() { return title; } public void setTitle(String title) {}
                    @Embeddable record TaskId(Long number, String part) {} }
                }
                """, """
                package app;
                import jakarta.persistence.*;
                @MappedSuperclass abstract class Base { @Id @GeneratedValue Long id; @Version int version; }
                """).read();

        assertThat(result.findings()).isEmpty();
        String expected = """
                    Job: Job, CLASS app.Job
                      level: Urgent.level, FIELD Urgent.level
                      most: Job.window.limit.most, FIELD Limit.most
                      version: Job.version, FIELD Base.version
                      id: Job.id, FIELD Base.id
                      next_id: Job.next, FIELD Job.next
                      start: Job.window.start, RECORD_COMPONENT Window.start
                      kind: Job, CLASS app.Job
                      state: Job.state, FIELD Job.state
                      primary key (id): Job.id, FIELD Base.id
                      foreign key (next_id) to Job (id): Job.next, FIELD Job.next
                      check (kind <> 'Job$Urgent' or (level is not null)): Job, CLASS app.Job
                      check (kind in ('Job','Job$Urgent')): Job, CLASS app.Job
                      check (state in ('NEW','DONE')): Job.state, FIELD Job.state
                    Job$Task: Task, CLASS Job.Task
                      number: Task.id.number, RECORD_COMPONENT TaskId.number
                      owner: Job.tasks, FIELD Job.tasks
                      part: Task.id.part, RECORD_COMPONENT TaskId.part
                      title: Task.title, METHOD Task.getTitle
                      primary key (number, part): Task.id.number, RECORD_COMPONENT TaskId.number
                      foreign key (owner) to Job (id): Job.tasks, FIELD Job.tasks
                    Job_Job: Job.related, FIELD Job.related
                      Job_id: Job.related, FIELD Job.related
                      related_id: Job.related, FIELD Job.related
                      foreign key (Job_id) to Job (id): Job.related, FIELD Job.related
                      foreign key (related_id) to Job (id): Job.related, FIELD Job.related
                    Job_tags: Job.tags, FIELD Job.tags
                      Job_id: Job.tags, FIELD Job.tags
                      tags: Job.tags, FIELD Job.tags
                      foreign key (Job_id) to Job (id): Job.tags, FIELD Job.tags
                      unique key (Job_id, tags): Job.tags, FIELD Job.tags
                    Job_windows: Job.windows, FIELD Job.windows
                      most: Job.windows.limit.most, FIELD Limit.most
                      Job_id: Job.windows, FIELD Job.windows
                      start: Job.windows.start, RECORD_COMPONENT Window.start
                      windows_KEY: Job.windows, FIELD Job.windows
                      primary key (Job_id, windows_KEY): Job.windows, FIELD Job.windows
                      foreign key (Job_id) to Job (id): Job.windows, FIELD Job.windows
                    sequence Job_SEQ: Job.id, FIELD Base.id""";
        if (!HibernateVersion.isAtLeast("7.4")) {
            expected = without(expected, "unique key (Job_id, tags)");
        }
        if (!HibernateVersion.isAtLeast("7.1")) {
            expected = without(expected, "check (kind <> 'Job$Urgent' or (level is not null))");
        }
        assertThat(text(result.model("sqlite"))).isEqualTo(expected);
    }

    @Test
    void leadBackInJoinedClassesAndSecondaryTables() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity @Inheritance(strategy = InheritanceType.JOINED) @SecondaryTable(name = "notes")
                class Animal { private Long id; private String note;
                  @Id public Long getId() { return id; } public void setId(Long id) {}
                  @Column(table = "notes") public String getNote() { return note; } public void setNote(String note) {}
                  @Entity static class Cat extends Animal { private int lives; public int getLives() { return lives; } public void setLives(int lives) {} }
                  @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) static class Shape { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; String name; }
                  @Entity static class Circle extends Shape { double radius; }
                }
                """).in("h2").read();

        assertThat(result.findings()).isEmpty();
        assertThat(text(result.model("h2"))).isEqualTo("""
                    Animal: Animal, CLASS app.Animal
                      id: Animal.id, METHOD Animal.getId
                      primary key (id): Animal.id, METHOD Animal.getId
                    Animal$Cat: Cat, CLASS Animal.Cat
                      lives: Cat.lives, METHOD Cat.getLives
                      id: Cat, CLASS Animal.Cat
                      primary key (id): Cat, CLASS Animal.Cat
                      foreign key (id) to Animal (id): Cat, CLASS Animal.Cat
                    Animal$Circle: Circle, CLASS Animal.Circle
                      radius: Circle.radius, FIELD Circle.radius
                      id: Circle.id, FIELD Shape.id
                      name: Circle.name, FIELD Shape.name
                      primary key (id): Circle.id, FIELD Shape.id
                    Animal$Shape: Shape, CLASS Animal.Shape
                      id: Shape.id, FIELD Shape.id
                      name: Shape.name, FIELD Shape.name
                      primary key (id): Shape.id, FIELD Shape.id
                    hibernate_sequences: Shape.id, FIELD Shape.id
                      next_val: Shape.id, FIELD Shape.id
                      sequence_name: Shape.id, FIELD Shape.id
                      primary key (sequence_name): Shape.id, FIELD Shape.id
                    notes: Animal, CLASS app.Animal
                      id: Animal, CLASS app.Animal
                      note: Animal.note, METHOD Animal.getNote
                      primary key (id): Animal, CLASS app.Animal
                      foreign key (id) to Animal (id): Animal, CLASS app.Animal""");
    }

    private static String without(String text, String fact) {
        assertThat(text).containsOnlyOnce(fact);
        return text.lines().filter(line -> !line.contains(fact)).collect(Collectors.joining("\n"));
    }

    private static String text(Model model) {
        List<String> lines = new ArrayList<>();
        Origins origins = model.origins();
        for (Table table : model.schema().tables()) {
            lines.add(table.name() + ": " + text(origins.table(table.name())));
            for (Column column : table.columns()) {
                lines.add("  " + column.name() + ": " + text(origins.column(table.name(), column.name())));
            }
            for (Constraint constraint : table.constraints()) {
                lines.add("  " + constraint.describe() + ": " + text(origins.constraint(table.name(), constraint)));
            }
        }
        for (Sequence sequence : model.schema().sequences()) {
            lines.add("sequence " + sequence.name() + ": " + text(origins.sequence(sequence.name())));
        }
        return String.join("\n", lines);
    }

    private static String text(Optional<Origin> origin) {
        return origin.map(known -> known.path() + ", " + known.element().getKind() + " "
                        + known.element().getEnclosingElement().getSimpleName() + "."
                        + known.element().getSimpleName())
                .orElse("nowhere");
    }
}
