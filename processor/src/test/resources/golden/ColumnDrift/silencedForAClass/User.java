package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
@SuppressWarnings("retort:ColumnDrift")
class User {
    @Id
    private Long id;

    private String nick;

    private String phone;

    private String name; // [TypeDrift]
}

@Entity
@Table(name = "posts")
class Post {
    @Id
    private Long id;

    private String title; // [ColumnDrift]
}
