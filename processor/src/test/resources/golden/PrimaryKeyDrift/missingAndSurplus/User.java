package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id; // [PrimaryKeyDrift]

    @Column(nullable = false)
    private String email;
}

@Entity
class Tagged {
    @Id
    private Long id;

    @ElementCollection
    @CollectionTable(name = "tags")
    private java.util.List<String> tags; // [PrimaryKeyDrift]
}
