package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;

    @org.hibernate.annotations.Check(constraints = "age >= 0")
    private Integer age; // [CheckDrift]

    @org.hibernate.annotations.Check(name = "ck_size", constraints = "size > 1")
    private Integer size; // [CheckDrift]

    @org.hibernate.annotations.Check(constraints = "height>0")
    private Integer height;
}
