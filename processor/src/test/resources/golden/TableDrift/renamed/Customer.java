package app;

import jakarta.persistence.*;
import java.util.List;

@Entity
@Table(name = "customers")
class Customer { // [TableDrift]
    @Id
    @GeneratedValue
    private Long id; // [SequenceDrift]

    private String email;

    @ElementCollection
    @CollectionTable(name = "customers_phones", joinColumns = @JoinColumn(name = "customers_id"))
    private List<String> phones; // [TableDrift]
}
