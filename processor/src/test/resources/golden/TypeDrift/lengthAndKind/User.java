package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;

    @Column(length = 80)
    private String nick; // [TypeDrift]

    private int age; // [TypeDrift]

    private java.time.Instant since; // [TypeDrift]

    enum Role {
        USER,
        ADMIN,
        OWNER
    }

    @Enumerated(EnumType.STRING)
    private Role role; // [TypeDrift]
}
