package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "users")
class User {
    enum Grown {
        LOW,
        MIDDLE,
        HIGH,
        VERY_HIGH
    }

    enum Shrunk {
        STAYS,
        NEW
    }

    enum Same {
        A,
        B
    }

    enum Fresh {
        A
    }

    @Id
    private Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Grown grown; // [TypeDrift] [TypeDrift]

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Shrunk shrunk; // [TypeDrift]

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Same same;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Fresh fresh; // [TypeDrift] [ColumnDrift]
}
