package app;

import jakarta.persistence.*;

@Entity
class Invoice {
    @Id
    private Long id;

    @Numbered
    private Long number;
}
