package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "customers")
class Customer {
    @Id
    private Long id;

    private String fact00; // [ColumnDrift]

    private String fact01; // [ColumnDrift]

    private String fact02; // [ColumnDrift]

    private String fact03; // [ColumnDrift]

    private String fact04; // [ColumnDrift]

    private String fact05; // [ColumnDrift]

    private String fact06; // [ColumnDrift]

    private String fact07; // [ColumnDrift]

    private String fact08; // [ColumnDrift]

    private String fact09; // [ColumnDrift]

    private String fact10; // [ColumnDrift]

    private String fact11; // [ColumnDrift]

    private String fact12; // [ColumnDrift]

    private String fact13; // [ColumnDrift]

    private String fact14; // [ColumnDrift]

    private String fact15; // [ColumnDrift]

    private String fact16; // [ColumnDrift]

    private String fact17; // [ColumnDrift]

    private String fact18; // [ColumnDrift]

    private String fact19; // [ColumnDrift]
}
