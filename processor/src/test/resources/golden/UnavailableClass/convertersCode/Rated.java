package app;

import jakarta.persistence.*;

@Entity
class Rated {
    @Id
    private Long id;

    @Convert(converter = Levels.class)
    private Level level;

    enum Level {
        LOW,
        HIGH
    }
}
