package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    @GeneratedValue(generator = "users")
    @SequenceGenerator(name = "users", sequenceName = "users_SEQ", initialValue = 1000, allocationSize = 10)
    private Long id; // [SequenceDrift]
}

@Entity
@Table(name = "posts")
class Post {
    @Id
    @GeneratedValue(generator = "posts")
    @SequenceGenerator(name = "posts", sequenceName = "posts_SEQ", initialValue = 1000)
    private Long id;
}
