package dev.retort.processor.catalogue;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Column types in the words that a catalogue has for them, which need not be those they were declared with. */
final class CatalogueTypes {

    /** Any type will do: a native one may be called something else by the catalogue. */
    static final String ANY = "*";

    private static final Pattern TYPE = Pattern.compile("([a-z_ ]*[a-z_])\\s*(\\([^)]*\\))?(.*)", Pattern.DOTALL);

    /** PostgreSQL, Data Types: aliases. */
    private static final Map<String, String> POSTGRESQL = Map.of(
            "varchar", "character varying",
            "char", "character",
            "int", "integer",
            "decimal", "numeric",
            "bool", "boolean");

    /** H2, Data Types. */
    private static final Map<String, String> H2 = Map.of(
            "varchar", "character varying",
            "char", "character",
            "nvarchar", "character varying",
            "nchar", "character",
            "varbinary", "binary varying",
            "blob", "binary large object",
            "clob", "character large object",
            "decimal", "numeric",
            "int", "integer");

    /** MariaDB, Data Types. */
    private static final Map<String, String> MARIADB = Map.of(
            "integer", "int",
            "numeric", "decimal",
            "boolean", "tinyint",
            "bool", "tinyint",
            "real", "double",
            "json", "longtext");

    private static final Map<String, String> MYSQL = Map.of(
            "integer", "int",
            "numeric", "decimal",
            "boolean", "tinyint",
            "bool", "tinyint",
            "real", "double");

    private final DatabaseDialect dialect;

    CatalogueTypes(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    String of(DataType type) {
        if (type.kind() == Kind.NATIVE) {
            return ANY;
        }
        String name = dialect.typeName(type);
        return switch (dialect.family()) {
            case SQLITE -> name.toLowerCase(Locale.ROOT);
            case POSTGRESQL -> postgresql(name.toLowerCase(Locale.ROOT));
            case H2 -> type.kind() == Kind.ENUMERATION ? name : h2(name.toLowerCase(Locale.ROOT));
            case MARIADB -> type.kind() == Kind.ENUMERATION ? spaceless(name) : mysql(name, MARIADB);
            case MYSQL -> type.kind() == Kind.ENUMERATION ? spaceless(name) : mysql(name, MYSQL);
            case SQLSERVER, ORACLE, DB2 -> ANY;
        };
    }

    private static String postgresql(String name) {
        if (name.endsWith(" array")) {
            return postgresql(name.substring(0, name.length() - " array".length())) + "[]";
        }
        Matcher type = parts(name);
        String base = POSTGRESQL.getOrDefault(type.group(1), type.group(1));
        String parameters = text(type.group(2)).replace(" ", "");
        if (base.equals("float")) {
            return type.group(3).equals("4") || isSingle(parameters) ? "real" : "double precision";
        }
        boolean zoneless = (base.equals("time") || base.equals("timestamp"))
                && type.group(3).isEmpty();
        return base + parameters + (zoneless ? " without time zone" : type.group(3));
    }

    private static String h2(String name) {
        if (name.endsWith(" array")) {
            return h2(name.substring(0, name.length() - " array".length())).replaceFirst("\\(.*", "") + " array";
        }
        Matcher type = parts(name);
        String base = H2.getOrDefault(type.group(1), type.group(1));
        String parameters = text(type.group(2)).replace(" ", "");
        if (base.equals("float")) {
            return isSingle(parameters) ? "real" : "double precision";
        }
        return base.startsWith("interval") ? "interval" : base + type.group(3) + parameters;
    }

    private static String mysql(String name, Map<String, String> aliases) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher type = parts(lower);
        String base = aliases.getOrDefault(type.group(1), type.group(1));
        String parameters = text(type.group(2)).replace(" ", "").replace("(0)", "");
        if (base.equals("float")) {
            return isSingle(parameters) ? "float" : "double";
        }
        if (base.equals("bit") && parameters.isEmpty()) {
            return "bit(1)";
        }
        return base + (base.endsWith("int") || base.equals("double") ? "" : parameters) + type.group(3);
    }

    /** PostgreSQL, Numeric Types: up to 24 binary digits. */
    private static boolean isSingle(String parameters) {
        return !parameters.isEmpty() && Integer.parseInt(parameters.substring(1, parameters.length() - 1)) <= 24;
    }

    private static Matcher parts(String name) {
        Matcher type = TYPE.matcher(name);
        if (!type.matches()) {
            throw new IllegalArgumentException("no type: " + name);
        }
        return type;
    }

    private static String spaceless(String enumeration) {
        return enumeration.replaceFirst("^enum\\s+\\(", "enum(");
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
