package org.fram.app.testing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.register.Rows;
import org.fram.app.testing.RunningApp.TestPerson;
import org.jspecify.annotations.Nullable;

/// The registers of an engagement in tests, by the acts that pages use.
public final class SampleRows {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement;
    private final Register register;

    /// @param name of the register
    public SampleRows(TestEngagement engagement, String name) {
        this(
                engagement,
                RunningApp.shared().all(Register.class).stream()
                        .filter(register -> register.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    /// @param register whose rows are kept
    public SampleRows(TestEngagement engagement, Register register) {
        this.engagement = engagement;
        this.register = register;
    }

    /// Adds a row of a text and what else is said: keys and values in turn.
    public RowOutcome add(TestPerson person, String text, @Nullable Object... others) {
        var values = values(others);
        values.put("text", text);
        return add(person, values);
    }

    /// Adds a row.
    public RowOutcome add(TestPerson person, Map<String, @Nullable Object> values) {
        return register.acts().add(register, person.actor(), engagement.id(), values);
    }

    /// Adds a row that is not refused.
    public Row added(TestPerson person, String text, @Nullable Object... others) {
        return done(add(person, text, others));
    }

    /// Adds a row that is not refused.
    public Row added(TestPerson person, Map<String, @Nullable Object> values) {
        return done(add(person, values));
    }

    /// Changes cells of a row as somebody saw it.
    public RowOutcome change(TestPerson person, UUID row, Seen seen, @Nullable Object... wanted) {
        return register.acts().change(register, person.actor(), engagement.id(), row, seen, values(wanted));
    }

    /// Changes cells of a row where nobody was first.
    public Row changed(TestPerson person, UUID row, Seen seen, @Nullable Object... wanted) {
        return done(change(person, row, seen, wanted));
    }

    /// Deletes rows as they are.
    public RowActs.Deletion delete(TestPerson person, Row... rows) {
        var versions = new LinkedHashMap<UUID, Integer>();
        for (Row row : rows) {
            versions.put(row.id(), row.version());
        }
        return register.acts().delete(register, person.actor(), engagement.id(), versions);
    }

    /// What somebody sees, in the order in which it was added.
    public List<Row> seenBy(TestPerson person) {
        return seenBy(person, Query.ALL);
    }

    /// What somebody sees of a query.
    public List<Row> seenBy(TestPerson person, Query query) {
        return person.asks(() -> app.get(Rows.class).page(register, engagement.id(), query));
    }

    private static Row done(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Done(var row)) {
            return row;
        }
        throw new IllegalStateException(outcome.toString());
    }

    /// Keys and values in turn.
    public static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            values.put((String) pairs[at], pairs[at + 1]);
        }
        return values;
    }

    /// A day of 2027.
    public static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
