package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    @GeneratedValue
    private Long id; // [SequenceDrift]

    @Column(nullable = false)
    private String email;
}

@Entity
@Table(name = "posts")
class Post {
    @Id
    @GeneratedValue
    private Long id; // [SequenceDrift]
}
