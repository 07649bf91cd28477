package org.fram.app.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
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
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Rows.Enough;
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
                which = which.or(Which.before(column.key(), calendar.until(), look.from())
                        .and(open()));
            }
            var owners = look.owners();
            return owners != null && register.column(calendar.owner()).isPresent()
                    ? which.and(Which.says(calendar.owner(), owners))
                    : which;
        }

        /// The rows that are still to be done by their day.
        Which open() {
            return calendar.settledBy().stream()
                    .map(Which::empty)
                    .reduce(Which::and)
                    .orElse(Which.NONE);
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
        rooms().filter(room -> look.wants(room.title()))
                .forEach(room ->
                        add(room, room.rows().all(room.register(), engagements, which(room, look)), look, all));
        return all;
    }

    @Override
    public Found find(Map<EngagementId, LocalDate> engagements, Look look) {
        var all = new HashMap<EngagementId, List<Entry>>();
        var beyond = new ArrayList<Beyond>();
        // Whose something is, is known of each alone.
        boolean some = look.owners() == null && !look.enough().equals(Enough.ALL);
        rooms().filter(room -> look.wants(room.title())).forEach(room -> {
            var columns = DatedColumn.of(room.register()).toList();
            // Where a row has several days, or one that lasts, it is not on one alone.
            boolean onOneDay =
                    columns.size() == 1 && columns.getFirst().calendar().until().isEmpty();
            var rows = some && onOneDay
                    ? crowd(room, engagements, look, columns.getFirst(), beyond)
                    : room.rows().all(room.register(), engagements.keySet(), which(room, look));
            add(room, rows, look, all);
        });
        return new Found(all, beyond);
    }

    /// Some rows of each day, with how many more there are.
    private static Map<EngagementId, List<Row>> crowd(
            RegisterRoom room,
            Map<EngagementId, LocalDate> engagements,
            Look look,
            DatedColumn column,
            List<Beyond> beyond) {
        var register = room.register();
        var days = new Rows.Days(column.column().key(), look.from());
        var late = engagements.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())))
                .entrySet()
                .stream()
                .map(of ->
                        Which.of(of.getValue()).and(Which.before(column.column().key(), "", of.getKey())))
                .reduce(Which.NONE, Which::or)
                .and(column.open());
        var crowd = room.rows()
                .crowd(register, engagements.keySet(), column.which(register, look), days, late, look.enough());
        var read = new HashMap<LocalDate, Rows.OfDay>();
        crowd.rows()
                .forEach((engagement, rows) -> rows.forEach(row -> {
                    var day = Objects.requireNonNull(
                            (LocalDate) row.get(column.column().key()));
                    boolean isLate = column.day().isOpen(row)
                            && day.isBefore(Objects.requireNonNull(engagements.get(engagement)));
                    read.merge(days.of(day), new Rows.OfDay(1, isLate ? 1 : 0), Rows.OfDay::and);
                }));
        crowd.days().forEach((day, of) -> {
            var there = read.getOrDefault(day, new Rows.OfDay(0, 0));
            if (of.all() > there.all()) {
                beyond.add(new Beyond(day, of.all() - there.all(), of.late() - there.late()));
            }
        });
        return crowd.rows();
    }

    private static Which which(RegisterRoom room, Look look) {
        return DatedColumn.of(room.register())
                .map(column -> column.which(room.register(), look))
                .reduce(Which::or)
                .orElseThrow();
    }

    private Stream<RegisterRoom> rooms() {
        return heads.rooms().stream()
                .flatMap(room -> room instanceof RegisterRoom own ? Stream.of(own) : Stream.empty())
                .filter(room -> DatedColumn.of(room.register()).findAny().isPresent());
    }

    private void add(
            RegisterRoom room, Map<EngagementId, List<Row>> rows, Look look, Map<EngagementId, List<Entry>> all) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = DatedColumn.of(room.register()).toList();
        Map<UUID, Instant> changed = look.enough().equals(Enough.ALL)
                ? changes.last(rows.values().stream()
                        .flatMap(List::stream)
                        .map(Row::id)
                        .toList())
                : Map.of();
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
