package dev.retort.processor.entity;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * A kind of class whose code Hibernate runs, {@code lib.Behavior}.
 *
 * @param entity the model
 * @param setting of which it is the value; empty for none
 * @param behavior the class, with {@code /&#42;code&#42;/} where it runs
 * @param others annotations that name it
 * @param column what comes of it in H2
 */
record BehaviorKind(String entity, String setting, String behavior, List<String> others, String column) {
    static final String MODEL = """
            package app;
            import jakarta.persistence.*;
            @Entity public class Thing { @Id %s Long id; %s String name; }
            """;
    private static final String MADE = """
            package lib;
            import java.lang.annotation.*;
            @org.hibernate.annotations.ValueGenerationType(generatedBy = Behavior.class) @Retention(RetentionPolicy.RUNTIME)
            @Target({ElementType.FIELD, ElementType.METHOD}) public @interface Made {}
            """;

    static Stream<Named<BehaviorKind>> all() {
        return Stream.of(
                Named.of(
                        "converter",
                        new BehaviorKind(
                                MODEL.formatted("", "@Convert(converter = lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        public class Behavior implements jakarta.persistence.AttributeConverter<String, Integer> {
                          public Behavior() { /*code*/ }
                          public Integer convertToDatabaseColumn(String text) { return 1; }
                          public String convertToEntityAttribute(Integer number) { return null; }
                        }
                        """,
                                List.of(),
                                "name integer")),
                Named.of(
                        "user type",
                        new BehaviorKind(
                                MODEL.formatted("", "@org.hibernate.annotations.Type(lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        import java.sql.*;
                        import org.hibernate.type.descriptor.WrapperOptions;
                        public class Behavior implements org.hibernate.usertype.UserType<String> {
                          public int getSqlType() { /*code*/ return Types.INTEGER; }
                          public Class<String> returnedClass() { return String.class; }
                          public boolean equals(String a, String b) { return false; }
                          public int hashCode(String a) { return 0; }
                          public String nullSafeGet(ResultSet rs, int position, WrapperOptions options) { return null; }
                          public void nullSafeSet(PreparedStatement st, String value, int index, WrapperOptions options) {}
                          public String deepCopy(String value) { return value; }
                          public boolean isMutable() { return false; }
                          public java.io.Serializable disassemble(String value) { return value; }
                          public String assemble(java.io.Serializable cached, Object owner) { return null; }
                        }
                        """,
                                List.of(),
                                "name integer")),
                Named.of(
                        "physical naming",
                        new BehaviorKind(
                                MODEL.formatted("", ""),
                                "hibernate.physical_naming_strategy",
                                """
                        package lib;
                        import org.hibernate.boot.model.naming.*;
                        import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
                        public class Behavior extends PhysicalNamingStrategyStandardImpl {
                          @Override public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment jdbc) {
                            /*code*/ return Identifier.toIdentifier("c_" + name.getText()); }
                        }
                        """,
                                List.of(),
                                "c_name varchar(255)")),
                Named.of(
                        "implicit naming",
                        new BehaviorKind(
                                MODEL.formatted("", ""),
                                "hibernate.implicit_naming_strategy",
                                """
                        package lib;
                        import org.hibernate.boot.model.naming.*;
                        public class Behavior extends ImplicitNamingStrategyJpaCompliantImpl {
                          @Override public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
                            /*code*/ return Identifier.toIdentifier("i_" + source.getAttributePath().getProperty()); }
                        }
                        """,
                                List.of(),
                                "i_name varchar(255)")),
                Named.of(
                        "generator",
                        new BehaviorKind(
                                MODEL.formatted("@lib.Numbered", ""),
                                "",
                                """
                        package lib;
                        import org.hibernate.boot.model.relational.*;
                        import org.hibernate.engine.spi.SharedSessionContractImplementor;
                        public class Behavior implements org.hibernate.id.IdentifierGenerator {
                          public Object generate(SharedSessionContractImplementor session, Object entity) { return 1L; }
                          @Override public void registerExportables(Database database) {
                            /*code*/ Namespace all = database.getDefaultNamespace();
                            var numbers = org.hibernate.boot.model.naming.Identifier.toIdentifier("numbers");
                            if (all.locateSequence(numbers) == null) all.createSequence(
numbers, name -> new Sequence("orm", null, null, name, 7, 3)); }
                        }
                        """,
                                List.of("""
                        package lib;
                        import java.lang.annotation.*;
                        @org.hibernate.annotations.IdGeneratorType(Behavior.class) @Retention(RetentionPolicy.RUNTIME)
                        @Target({ElementType.FIELD, ElementType.METHOD}) public @interface Numbered {}
                        """),
                                "sequence numbers start 7 increment 3")),
                Named.of(
                        "dialect",
                        new BehaviorKind(
                                MODEL.formatted("", ""),
                                "hibernate.dialect",
                                """
                        package lib;
                        public class Behavior extends org.hibernate.dialect.H2Dialect {
                          public Behavior(org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo info) { super(info); }
                          public Behavior() {}
                          @Override protected String columnType(int code) {
                            /*code*/ return code == java.sql.Types.VARCHAR ? "varchar_ignorecase($l)" : super.columnType(code); }
                        }
                        """,
                                List.of(),
                                "name varchar_ignorecase(255)")),
                Named.of(
                        "composite user type",
                        new BehaviorKind(
                                MODEL.formatted("", "@org.hibernate.annotations.CompositeType(lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        import org.hibernate.metamodel.spi.ValueAccess;
                        public class Behavior implements org.hibernate.usertype.CompositeUserType<String> {
                          public static class Parts { String head; int rest; }
                          public Class<?> embeddable() { /*code*/ return Parts.class; }
                          public Object getPropertyValue(String text, int property) { return property == 0 ? text : 1; }
                          public String instantiate(ValueAccess values) { return null; }
                          public Class<String> returnedClass() { return String.class; }
                          public boolean equals(String a, String b) { return false; }
                          public int hashCode(String text) { return 0; }
                          public String deepCopy(String text) { return text; }
                          public boolean isMutable() { return false; }
                          public java.io.Serializable disassemble(String text) { return text; }
                          public String assemble(java.io.Serializable cached, Object owner) { return null; }
                          public String replace(String detached, String managed, Object owner) { return null; }
                        }
                        """,
                                List.of(),
                                "rest integer")),
                Named.of(
                        "Java type",
                        new BehaviorKind(
                                MODEL.formatted("", "@org.hibernate.annotations.JavaType(lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        import org.hibernate.type.descriptor.jdbc.JdbcType;
                        public class Behavior extends org.hibernate.type.descriptor.java.StringJavaType {
                          @Override public long getDefaultSqlLength(org.hibernate.dialect.Dialect dialect, JdbcType type) {
                            /*code*/ return 77; }
                        }
                        """,
                                List.of(),
                                "name varchar(77)")),
                Named.of(
                        "JDBC type",
                        new BehaviorKind(
                                MODEL.formatted("", "@org.hibernate.annotations.JdbcType(lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        public class Behavior extends org.hibernate.type.descriptor.jdbc.VarcharJdbcType {
                          @Override public int getDdlTypeCode() { /*code*/ return java.sql.Types.CHAR; }
                        }
                        """,
                                List.of(),
                                "name char(255)")),
                Named.of(
                        "collection type",
                        new BehaviorKind(
                                MODEL.formatted("", "")
                                        .replace(
                                                "String name;",
                                                "@ElementCollection @org.hibernate.annotations.CollectionType("
                                                        + "type = lib.Behavior.class) java.util.Collection<String> name;"),
                                "",
                                """
                        package lib;
                        import java.util.*;
                        import org.hibernate.collection.spi.*;
                        import org.hibernate.engine.spi.SharedSessionContractImplementor;
                        import org.hibernate.metamodel.CollectionClassification;
                        import org.hibernate.persister.collection.CollectionPersister;
                        public class Behavior implements org.hibernate.usertype.UserCollectionType {
                          public CollectionClassification getClassification() { /*code*/ return CollectionClassification.LIST; }
                          public Class<?> getCollectionClass() { return List.class; }
                          public PersistentCollection<?> instantiate(SharedSessionContractImplementor session, CollectionPersister persister) { return null; }
                          public PersistentCollection<?> wrap(SharedSessionContractImplementor session, Object collection) { return null; }
                          public Iterator<?> getElementsIterator(Object collection) { return null; }
                          public boolean contains(Object collection, Object entity) { return false; }
                          public Object indexOf(Object collection, Object entity) { return null; }
                          public Object replaceElements(Object original, Object target, CollectionPersister persister, Object owner, Map copies, SharedSessionContractImplementor session) { return target; }
                          public Object instantiate(int size) { return new ArrayList<>(); }
                        }
                        """,
                                List.of(),
                                "name_ORDER integer not null")),
                Named.of(
                        "attribute binder",
                        new BehaviorKind(
                                MODEL.formatted("", "@lib.Wide"), "", """
                        package lib;
                        import org.hibernate.boot.spi.MetadataBuildingContext;
                        import org.hibernate.mapping.*;
                        public class Behavior implements org.hibernate.binder.AttributeBinder<Wide> {
                          public void bind(Wide wide, MetadataBuildingContext context, PersistentClass entity, Property property) {
                            /*code*/ property.getColumns().get(0).setLength(3000L); }
                        }
                        """, List.of("""
                        package lib;
                        import java.lang.annotation.*;
                        @org.hibernate.annotations.AttributeBinderType(binder = Behavior.class) @Retention(RetentionPolicy.RUNTIME)
                        @Target({ElementType.FIELD, ElementType.METHOD}) public @interface Wide {}
                        """), "name varchar(3000)")),
                Named.of(
                        "type binder",
                        new BehaviorKind(
                                MODEL.formatted("", "").replace("@Entity", "@Entity @lib.Counted"),
                                "",
                                """
                        package lib;
                        import org.hibernate.boot.spi.MetadataBuildingContext;
                        import org.hibernate.mapping.*;
                        public class Behavior implements org.hibernate.binder.TypeBinder<Counted> {
                          public void bind(Counted counted, MetadataBuildingContext context, PersistentClass entity) {
                            /*code*/ entity.getTable().addCheck(new CheckConstraint("id > 0")); }
                          public void bind(Counted counted, MetadataBuildingContext context, Component embeddable) {}
                        }
                        """,
                                List.of("""
                        package lib;
                        import java.lang.annotation.*;
                        @org.hibernate.annotations.TypeBinderType(binder = Behavior.class) @Retention(RetentionPolicy.RUNTIME)
                        @Target(ElementType.TYPE) public @interface Counted {}
                        """),
                                "check id > 0")),
                Named.of(
                        "value generator that sees its column",
                        new BehaviorKind(
                                MODEL.formatted("", "@lib.Made"),
                                "",
                                """
                        package lib;
                        import java.util.EnumSet;
                        import org.hibernate.engine.spi.SharedSessionContractImplementor;
                        import org.hibernate.generator.*;
                        public class Behavior implements BeforeExecutionGenerator {
                          public Behavior(Made made, java.lang.reflect.Member member, GeneratorCreationContext context) {
                            /*code*/ context.getProperty().getColumns().get(0).setNullable(false); }
                          public Object generate(SharedSessionContractImplementor session, Object owner, Object value, EventType event) { return ""; }
                          public EnumSet<EventType> getEventTypes() { return EventTypeSets.INSERT_ONLY; }
                        }
                        """,
                                List.of(MADE),
                                "name varchar(255) not null")),
                Named.of(
                        "value generator with a sequence",
                        new BehaviorKind(
                                MODEL.formatted("", "@lib.Made"),
                                "",
                                """
                        package lib;
                        import java.util.EnumSet;
                        import org.hibernate.boot.model.naming.Identifier;
                        import org.hibernate.boot.model.relational.*;
                        import org.hibernate.engine.spi.SharedSessionContractImplementor;
                        import org.hibernate.generator.*;
                        public class Behavior implements BeforeExecutionGenerator, ExportableProducer {
                          public Object generate(SharedSessionContractImplementor session, Object owner, Object value, EventType event) { return ""; }
                          public EnumSet<EventType> getEventTypes() { return EventTypeSets.INSERT_ONLY; }
                          public void registerExportables(Database database) {
                            /*code*/ Namespace all = database.getDefaultNamespace();
                            Identifier numbers = Identifier.toIdentifier("numbers");
                            if (all.locateSequence(numbers) == null)
                              all.createSequence(numbers, name -> new Sequence("orm", null, null, name, 7, 3)); }
                        }
                        """,
                                List.of(MADE),
                                "sequence numbers start 7 increment 3")));
    }
}
