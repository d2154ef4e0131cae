package app;

import jakarta.persistence.*;
import java.util.List;

@Entity
class User {
    @Id
    private Long id;

    @OneToMany(mappedBy = "writer")
    private List<Post> posts; // [UnreadableModel]
}

@Entity
class Post {
    @Id
    private Long id;

    @ManyToOne
    private User author;
}
