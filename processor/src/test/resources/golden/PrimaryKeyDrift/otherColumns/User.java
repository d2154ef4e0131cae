package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
@IdClass(User.Key.class)
class User {
    @Id
    private Long id; // [PrimaryKeyDrift]

    @Id
    @Column(nullable = false)
    private String email;

    record Key(Long id, String email) {}
}
