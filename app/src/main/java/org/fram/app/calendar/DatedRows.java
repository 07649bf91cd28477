package org.fram.app.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Which;
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

    /// A column of days that stands on the calendar.
    private record DatedColumn(Column column, Day day, Day.OnCalendar calendar) {

        static Stream<DatedColumn> of(Register register) {
            return register.columns().stream()
                    .flatMap(column -> column.type() instanceof Day day
                            ? Stream.ofNullable(day.calendar()).map(on -> new DatedColumn(column, day, on))
                            : Stream.empty());
        }

        /// The rows in which there may be something that is looked for.
        Which which(Register register, Look look) {
            var which = Which.during(column.key(), calendar.until(), look.from(), look.until());
            if (!calendar.settledBy().isEmpty()) {
                var open = calendar.settledBy().stream()
                        .map(Which::empty)
                        .reduce(Which::and)
                        .orElseThrow();
                which = which.or(Which.before(column.key(), calendar.until(), look.from())
                        .and(open));
            }
            var owners = look.owners();
            return owners != null && register.column(calendar.owner()).isPresent()
                    ? which.and(Which.says(calendar.owner(), owners))
                    : which;
        }
    }

    @Override
    public Set<Text> kinds() {
        return rooms().map(RegisterRoom::title).collect(toSet());
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return of(List.of(engagement), Look.EVERYTHING).getOrDefault(engagement, List.of());
    }

    @Override
    public Map<EngagementId, List<Entry>> of(Collection<EngagementId> engagements, Look look) {
        var all = new HashMap<EngagementId, List<Entry>>();
        rooms().filter(room -> look.wants(room.title())).forEach(room -> add(room, engagements, look, all));
        return all;
    }

    private Stream<RegisterRoom> rooms() {
        return heads.rooms().stream()
                .flatMap(room -> room instanceof RegisterRoom own ? Stream.of(own) : Stream.empty())
                .filter(room -> DatedColumn.of(room.register()).findAny().isPresent());
    }

    private void add(
            RegisterRoom room, Collection<EngagementId> engagements, Look look, Map<EngagementId, List<Entry>> all) {
        var register = room.register();
        var columns = DatedColumn.of(register).toList();
        var which = columns.stream()
                .map(column -> column.which(register, look))
                .reduce(Which::or)
                .orElseThrow();
        var rows = room.rows().all(register, engagements, which);
        if (rows.isEmpty()) {
            return;
        }
        var changed = changes.last(
                rows.values().stream().flatMap(List::stream).map(Row::id).toList());
        rows.forEach((engagement, some) -> some.stream()
                .flatMap(row -> columns.stream().flatMap(column -> entry(room, column, row, changed)))
                .filter(look::has)
                .forEach(all.computeIfAbsent(engagement, _ -> new ArrayList<>())::add));
    }

    private static Stream<Entry> entry(RegisterRoom room, DatedColumn dated, Row row, Map<UUID, Instant> changed) {
        var column = dated.column();
        var calendar = dated.calendar();
        if (!(row.get(column.key()) instanceof LocalDate first)) {
            return Stream.empty();
        }
        var last = row.get(calendar.until()) instanceof LocalDate end && end.isAfter(first) ? end : first;
        var standing = calendar.settledBy().isEmpty()
                ? Standing.FIXED
                : dated.day().isOpen(row) ? Standing.OPEN : Standing.DONE;
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
