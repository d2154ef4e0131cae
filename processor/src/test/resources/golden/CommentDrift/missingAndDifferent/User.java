package app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;

@Entity
@Table(name = "users")
@Comment("who may log in")
class User { // [CommentDrift]
    @Id
    private Long id;

    @Comment("where letters go")
    private String email; // [CommentDrift]

    @Column(comment = "what friends say")
    private String nick; // [CommentDrift]

    private String phone;
}
