package app;

import jakarta.persistence.*;

@Entity
@Table(
        name = "users",
        indexes = @Index(name = "ix_email", columnList = "email"),
        uniqueConstraints = @UniqueConstraint(name = "uq_nick", columnNames = "nick"))
class User {
    @Id
    private Long id;

    private String email; // [IndexDrift]

    private String nick; // [UniqueDrift]
}
