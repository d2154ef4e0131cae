package dev.retort.processor.dialect;

import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs Hibernate's code so that it writes nothing to the compiler's console.
 *
 * <p>Levels of {@code java.util.logging} belong to the whole JVM, where Maven or Gradle may run several compilations
 * at once, each with a class loader and so with static fields of its own. Hence the count of those at work and the level
 * to return to lie where all of them see the same: in system properties, guarded by the logger, of which a JVM has one.
 */
public final class QuietHibernate {
    private static final String PROVIDER = "org.jboss.logging.provider";
    private static final String OPEN = "dev.retort.quiet.open.";
    private static final String LEVEL = "dev.retort.quiet.level.";

    private QuietHibernate() {}

    public static <T> T during(Supplier<T> work) {
        // Held until the end: the JVM forgets a logger that nobody holds, and its level with it.
        List<Logger> loggers = List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.jboss"));
        loggers.forEach(QuietHibernate::silence);
        try {
            initializeLogging();
            return work.get();
        } finally {
            loggers.forEach(QuietHibernate::restore);
        }
    }

    /**
     * JBoss Logging takes the first back end it finds, once, when its first logger is made; one that some other
     * processor brought along would not know our levels. So the first logger is made here, with the JDK's prescribed.
     */
    private static void initializeLogging() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            String before = System.getProperty(PROVIDER);
            System.setProperty(PROVIDER, "jdk");
            try {
                // By name: the jar of JBoss Logging is not there when this class is compiled.
                Class.forName("org.jboss.logging.LoggerProviders", true, QuietHibernate.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("Hibernate came without JBoss Logging", e);
            } finally {
                setOrClear(PROVIDER, before);
            }
        }
    }

    private static void silence(Logger logger) {
        synchronized (logger) {
            int scopes = Integer.getInteger(OPEN + logger.getName(), 0);
            if (scopes == 0) {
                Level level = logger.getLevel();
                setOrClear(LEVEL + logger.getName(), level == null ? null : level.getName());
                logger.setLevel(Level.OFF);
            }
            System.setProperty(OPEN + logger.getName(), Integer.toString(scopes + 1));
        }
    }

    private static void restore(Logger logger) {
        synchronized (logger) {
            int scopes = Integer.getInteger(OPEN + logger.getName(), 1) - 1;
            if (scopes > 0) {
                System.setProperty(OPEN + logger.getName(), Integer.toString(scopes));
                return;
            }
            String level = System.getProperty(LEVEL + logger.getName());
            logger.setLevel(level == null ? null : Level.parse(level));
            setOrClear(LEVEL + logger.getName(), null);
            setOrClear(OPEN + logger.getName(), null);
        }
    }

    private static void setOrClear(String key, @Nullable String value) {
        if (value == null) {
            System.clearProperty(key);
        } else {
            System.setProperty(key, value);
        }
    }
}
