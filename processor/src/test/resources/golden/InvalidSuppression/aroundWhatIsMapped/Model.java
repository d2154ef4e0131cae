package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@SuppressWarnings({"retort:TypeDrfit", "retort:NullabilityDrift"})
class Model { // [InvalidSuppression]
    @Entity
    @Table(name = "users")
    static class User {
        @Id
        private Long id;
    }

    @Entity
    @Table(name = "teams")
    static class Team {
        @Id
        private Long id;
    }
}
