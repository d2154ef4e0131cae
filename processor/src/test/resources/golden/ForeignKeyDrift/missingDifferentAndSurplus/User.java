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

    @ManyToOne
    private User author; // [ForeignKeyDrift]

    @ManyToOne
    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
    private User editor; // [ForeignKeyDrift]

    @ManyToOne
    private User printer;

    private Long reader;
}
