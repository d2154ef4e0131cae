package app;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @Column(length = 40)
    private String nickname; // [ColumnDrift]

    @Column(name = "age_in_years")
    private Integer age; // [ColumnDrift]

    private byte[] picture; // [ColumnDrift]
}
