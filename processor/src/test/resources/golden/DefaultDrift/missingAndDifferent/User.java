package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;

    @org.hibernate.annotations.ColumnDefault("'dark'")
    private String theme; // [DefaultDrift]

    @org.hibernate.annotations.ColumnDefault("1")
    private Integer level; // [DefaultDrift]

    @org.hibernate.annotations.ColumnDefault("( 'x' )")
    private String same;
}
