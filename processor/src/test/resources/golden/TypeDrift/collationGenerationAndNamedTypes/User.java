package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "users")
class User {
    enum Mood {
        BAD,
        GOOD
    }

    @Id
    private Long id;

    @Collate("de-x-icu")
    private String name; // [TypeDrift]

    private int width;

    private int height;

    @GeneratedColumn("width * height")
    private int area; // [TypeDrift]

    @GeneratedColumn("width + 1")
    private int size; // [TypeDrift]

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Mood mood; // [TypeDrift]
}
