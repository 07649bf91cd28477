package org.fram.app.raid;

import java.time.LocalDate;
import java.util.Objects;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;

/// A risk, issue, decision or action: a row of its register.
public record RaidItem(ThingKind kind, Row row) {

    public RaidItem {
        if (!kind.isItem()) {
            throw new IllegalArgumentException("A thing of the kind %s is kept elsewhere.".formatted(kind));
        }
    }

    /// As people call it, such as `AC-3`.
    public String ref() {
        return row.ref();
    }

    /// What it is, in its words.
    public String text() {
        return words("text");
    }

    /// The words of a column; empty where there are none.
    public String words(String column) {
        return Objects.toString(row.get(column), "");
    }

    /// The day of a column.
    public @Nullable LocalDate day(String column) {
        return (LocalDate) row.get(column);
    }

    /// The day on which it was done with: settled, decided, done; or from which it can no longer
    /// happen.
    public @Nullable LocalDate ended() {
        return day(kind.ends());
    }

    /// Whether something is still to be done about it.
    public boolean open() {
        return ended() == null;
    }

    /// Whether one party alone sees it.
    public boolean isPrivate() {
        return row.get("seenBy") != null;
    }

    /// Its page, below the engagement’s address.
    public String path() {
        return path(kind, row.id().toString());
    }

    static String path(ThingKind kind, String id) {
        return "raid/%s/%s".formatted(kind.register(), id);
    }
}
