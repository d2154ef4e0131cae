package dev.retort;

/** How names that an entity does not spell out become names of tables and columns. */
public enum Naming {
    /** Hibernate's own default: names as the Jakarta Persistence specification derives them. */
    JPA,

    /** Spring Boot's default: {@code userPreferences} becomes {@code user_preferences}. */
    SPRING_BOOT
}
