package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;
}

@Entity
@Table(name = "posts")
class Post {
    @Id
    private Long id;
}
