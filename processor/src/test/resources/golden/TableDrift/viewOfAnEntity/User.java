package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    private String name;

    @ManyToOne
    private ActiveUser active; // [ColumnDrift]
}

@Entity
@Immutable
@Table(name = "active_users")
class ActiveUser {
    @Id
    private Long id;

    private String name;
}

@Entity
@Immutable
@Table(name = "passive_users")
class PassiveUser { // [TableDrift]
    @Id
    private Long id;
}
