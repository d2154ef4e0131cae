package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityReadingTest {

    @Test
    void readsASimpleEntity() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                @Entity @Table(name = "users")
                class User {
                  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                  @Column(nullable = false, length = 40) String name;
                  @Column(unique = true) String email;
                  boolean active;
                  @Version int version;
                  @Enumerated(EnumType.STRING) Color color;
                  enum Color { RED, GREEN }
                }
                """).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("sqlite")).isEqualTo("");
        assertThat(result.text("h2")).isEqualTo("");
    }
}
