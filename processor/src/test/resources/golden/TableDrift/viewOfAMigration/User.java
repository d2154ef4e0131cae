package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.View;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    private String name;

    @ManyToOne
    private ActiveUser active;
}

@Entity
@Immutable
@Table(name = "active_users")
class ActiveUser {
    @Id
    private Long id;

    private String whateverTheViewHas;
}

@Entity
@View(query = "select id from users where id > 1")
@Table(name = "same_users")
class SameUser {
    @Id
    private Long id;
}

@Entity
@View(query = "select id from users where id > 2")
@Table(name = "other_users")
class OtherUser { // [TableDrift]
    @Id
    private Long id;
}

@Entity
@View(query = "select id from users")
@Table(name = "new_users")
class NewUser { // [TableDrift]
    @Id
    private Long id;
}
