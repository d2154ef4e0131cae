package app;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@Table(name = "tickets")
class Ticket {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "hall", referencedColumnName = "hall")
    @JoinColumn(name = "place", referencedColumnName = "place")
    private Seat seat; // [ForeignKeyDrift]

    @Entity
    @Table(name = "seats")
    @IdClass(Seat.Key.class)
    static class Seat {
        @Id
        private Long hall;

        @Id
        private Long place;

        record Key(Long hall, Long place) implements Serializable {}
    }
}
