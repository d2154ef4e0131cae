package app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
class User {
    @Id
    private Long id;

    @SuppressWarnings("retort:ColumnDrft")
    private String nick; // [ColumnDrift] [InvalidSuppression]

    @SuppressWarnings({"unused", "retort:ColumnDrift"})
    private String phone;
}
