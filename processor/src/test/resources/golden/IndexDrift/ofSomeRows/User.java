package app;

import jakarta.persistence.*;

@Entity
@Table(
        name = "users",
        indexes = {
            @Index(name = "ix_email", columnList = "email"),
            @Index(name = "ix_name", columnList = "name"),
            @Index(name = "ix_by_city", columnList = "city")
        })
class User {
    @Id
    private Long id;

    private String email; // [IndexDrift]

    @Column(unique = true)
    private String nick; // [UniqueDrift]

    private String name;

    private String city; // [IndexDrift]
}
