package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id; // [TypeDrift]

    @Column(nullable = false)
    private String email;
}
