package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.jspecify.annotations.Nullable;

/** The settings of a boot without a database. */
final class BootSettings {
    /** They change no schema, but have Hibernate run code that wants a database, a cache or a container. */
    private static final List<String> LEFT_OUT = List.of(
            "hibernate.connection.",
            "hibernate.cache.",
            "hibernate.transaction.",
            "hibernate.hbm2ddl.",
            "hibernate.hikari.",
            "hibernate.c3p0.",
            "hibernate.agroal.",
            "hibernate.search.",
            "jakarta.persistence.jdbc.",
            "javax.persistence.jdbc.",
            "jakarta.persistence.database-",
            "javax.persistence.database-",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.schema-generation.");

    private BootSettings() {}

    /** Which database it is, the environment says and not a setting; connections to one there are none. */
    static Map<String, Object> of(Map<String, String> declared, DatabaseDialect dialect, ClassLoader loader) {
        Map<String, Object> settings = new HashMap<>(declared);
        settings.keySet().removeIf(key -> LEFT_OUT.stream().anyMatch(key::startsWith));
        String[] version = dialect.version().split("\\.", -1);
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.dialect", dialectClass(declared.get("hibernate.dialect"), dialect, loader));
        settings.put("jakarta.persistence.database-version", dialect.version());
        settings.put("jakarta.persistence.database-major-version", version[0]);
        settings.put("jakarta.persistence.database-minor-version", version.length > 1 ? version[1] : "0");
        return settings;
    }

    /** An application's own dialect stands for the one it extends, and for no other. */
    private static String dialectClass(@Nullable String declared, DatabaseDialect dialect, ClassLoader loader) {
        Class<?> known = dialect.hibernate().getClass();
        if (declared == null || declared.isBlank()) {
            return known.getName();
        }
        try {
            Class<?> own = Class.forName(declared.strip(), false, loader);
            return known.isAssignableFrom(own) ? own.getName() : known.getName();
        } catch (ClassNotFoundException absent) {
            // Also a short name such as "h2", which says no more than the environment does.
            if (declared.contains(".")) {
                throw new HibernateException(absent.getMessage(), absent);
            }
            return known.getName();
        }
    }
}
