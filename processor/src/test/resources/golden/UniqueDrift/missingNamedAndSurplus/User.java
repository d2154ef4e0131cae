package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users", uniqueConstraints = @UniqueConstraint(name = "uq_nick", columnNames = "nick"))
class User {
    @Id
    private Long id;

    @Column(nullable = false, unique = true)
    private String email; // [UniqueDrift]

    private String nick; // [UniqueDrift]

    private String phone;

    private String fax;
}
