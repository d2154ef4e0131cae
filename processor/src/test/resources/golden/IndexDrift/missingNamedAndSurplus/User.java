package app;

import jakarta.persistence.*;

@Entity
@Table(
        name = "users",
        indexes = {
            @Index(name = "ix_email", columnList = "email"),
            @Index(name = "ix_nick", columnList = "nick, email")
        })
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email; // [IndexDrift]

    private String nick; // [IndexDrift]
}
