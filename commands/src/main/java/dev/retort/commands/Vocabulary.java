package dev.retort.commands;

/** How a command and its options are written, for the ways out that messages offer. */
public enum Vocabulary {
    /** {@code retort revision --autogenerate -m "…"}. */
    TERMINAL,
    /** {@code mvn retort:revision -Dmessage="…"}: there a revision leads to the model unless it is told not to. */
    MAVEN;

    /** For example {@code retort upgrade}. */
    public String command(String name) {
        return this == TERMINAL ? "retort " + name : "mvn retort:" + name;
    }

    /** An option without a value; its name in lower case with hyphens, as on a command line. */
    public String option(String name) {
        return this == TERMINAL ? "--" + name : "-D" + camelCase(name);
    }

    /** An option and its value. */
    public String option(String name, String value) {
        return option(name) + (this == TERMINAL ? " " : "=") + value;
    }

    /** The command that writes a revision with a message. */
    public String revision(boolean autogenerate, String message) {
        return command("revision")
                + (autogenerate && this == TERMINAL ? " " + option("autogenerate") : "")
                + message(message);
    }

    /** The command that writes a merge with a message. */
    public String merge(String message) {
        return command("merge") + message(message);
    }

    private String message(String message) {
        return (this == TERMINAL ? " -m " : " -Dmessage=") + message;
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-", -1)) {
            camel.append(camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
