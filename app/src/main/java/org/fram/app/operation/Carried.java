package org.fram.app.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/// What of an engagement is carried to another installation: `operation/carried.properties` says it, table by table.
final class Carried {

    /// People have no engagement: those whom rows name are carried, with no more than this.
    static final String PEOPLE = "identity.person";

    static final List<String> OF_PEOPLE = List.of("id", "email", "name", "created");

    private static final String ENGAGEMENT = "engagement.engagement";
    private static final String ALL = "all";
    private static final String LEFT = "left ";
    private static final String WHERE = "where ";

    private final Properties rules = new Properties();

    Carried() {
        try (InputStream said = Carried.class.getResourceAsStream("/operation/carried.properties")) {
            if (said == null) {
                throw new IllegalStateException("The jar lacks operation/carried.properties.");
            }
            rules.load(said);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (String table : tables()) {
            String rule = rules.getProperty(table);
            if (!rule.equals(ALL) && !rule.startsWith(LEFT) && !rule.startsWith(WHERE)) {
                throw new IllegalStateException("Nobody understands '%s' of %s.".formatted(rule, table));
            }
        }
    }

    /// The tables about which something is said.
    Set<String> tables() {
        return rules.stringPropertyNames();
    }

    /// Whether rows of the table are carried. What nobody has said something about stays where it is.
    boolean carries(TableShape shape) {
        return !rules.getProperty(shape.name(), LEFT).startsWith(LEFT);
    }

    /// Which rows of a table are carried.
    String condition(TableShape shape, UUID engagement) {
        String rule = rules.getProperty(shape.name(), LEFT);
        String own = "%s = '%s'".formatted(shape.name().equals(ENGAGEMENT) ? "id" : "engagement_id", engagement);
        return rule.startsWith(WHERE) ? own + " and " + rule.substring(WHERE.length()) : own;
    }
}
