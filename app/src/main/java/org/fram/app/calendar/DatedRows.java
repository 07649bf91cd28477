package org.fram.app.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The days of the rows of all registers, by what these declare of their columns.
@Component
class DatedRows implements Dated {

    private final EngagementHeads heads;
    private final Changes changes;

    DatedRows(EngagementHeads heads, Changes changes) {
        this.heads = heads;
        this.changes = changes;
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return heads.rooms().stream()
                .flatMap(room -> room instanceof RegisterRoom own ? of(own, engagement) : Stream.empty())
                .toList();
    }

    private Stream<Entry> of(RegisterRoom room, EngagementId engagement) {
        var register = room.register();
        var dated = register.columns().stream()
                .filter(column -> column.type() instanceof Day(var calendar) && calendar != null)
                .toList();
        if (dated.isEmpty()) {
            return Stream.empty();
        }
        var changed = changes.last(register, engagement);
        return room.rows().all(register, engagement, Query.ALL).stream()
                .flatMap(row -> dated.stream().flatMap(column -> entry(room, column, row, changed)));
    }

    private static Stream<Entry> entry(RegisterRoom room, Column column, Row row, Map<UUID, Instant> changed) {
        if (!(row.get(column.key()) instanceof LocalDate first) || !(column.type() instanceof Day day)) {
            return Stream.empty();
        }
        var calendar = day.calendar();
        if (calendar == null) {
            return Stream.empty();
        }
        var last = row.get(calendar.until()) instanceof LocalDate end && end.isAfter(first) ? end : first;
        var standing =
                calendar.settledBy().isEmpty() ? Standing.FIXED : day.isOpen(row) ? Standing.OPEN : Standing.DONE;
        var register = room.register();
        return Stream.of(new Entry(
                "row %s %s".formatted(row.id(), column.key()),
                room.title(),
                Text.of(register.texts() + ".column." + column.key()),
                Shortened.line(row.ref() + " " + register.words(row)),
                "%s/rows/%s".formatted(room.path(), row.id()),
                new When.Days(first, last),
                whose(row.get(calendar.owner())),
                standing,
                changed.get(row.id())));
    }

    private static Whose whose(@Nullable Object owner) {
        String words = Objects.toString(owner, "").strip();
        return words.isEmpty() ? new Whose.Everybody() : new Whose.Named(words);
    }
}
