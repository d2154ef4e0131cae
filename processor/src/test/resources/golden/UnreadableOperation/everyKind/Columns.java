package app;

final class Columns {
    static String fromOutside = System.getProperty("column");
    static final String COMPUTED = fromOutside.trim();

    enum Kind {
        SMALL
    }
}
