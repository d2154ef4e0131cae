package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(nullable = false)
    private String email;

    enum State {
        ON,
        OFF
    }

    @Enumerated(EnumType.STRING)
    private State state; // [ColumnDrift]

    @org.hibernate.annotations.Check(constraints = "size > 0")
    private Integer size; // [CheckDrift]
}
