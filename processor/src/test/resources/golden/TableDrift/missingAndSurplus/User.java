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
@Table(name = "posts", indexes = @Index(name = "ix_posts_title", columnList = "title"))
class Post { // [TableDrift]
    enum State {
        DRAFT,
        DONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(length = 80, nullable = false, unique = true)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @ManyToOne(optional = false)
    private User author;
}
