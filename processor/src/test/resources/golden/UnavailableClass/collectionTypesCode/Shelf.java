package app;

import jakarta.persistence.*;
import java.util.Collection;
import org.hibernate.annotations.CollectionType;

@Entity
class Shelf {
    @Id
    private Long id;

    @ElementCollection
    @CollectionType(type = Titles.class)
    private Collection<String> titles;
}
