package dev.retort.processor.schema;

import java.util.List;

/**
 * What is neither table nor sequence and known by its SQL only: an enumeration type, a structured type, a domain.
 *
 * @param create statements that make it
 * @param drop statements that remove it
 */
public record DatabaseObject(QualifiedName name, List<String> create, List<String> drop) {

    public DatabaseObject {
        create = List.copyOf(create);
        drop = List.copyOf(drop);
    }
}
