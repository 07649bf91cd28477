package org.fram.app.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
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
import java.util.function.Function;
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

    /// So many are read quicker than they are counted.
    private static final int CROWD = 500;

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
    public Found find(Collection<EngagementId> engagements, Look look) {
        var all = new HashMap<EngagementId, List<Entry>>();
        var beyond = new ArrayList<Beyond>();
        rooms().filter(room -> look.wants(room.title())).forEach(room -> {
            // Whose something is, is known of each alone.
            boolean some = look.owners() == null && !look.enough().equals(Enough.ALL);
            var days = DatedColumn.of(room.register())
                    .filter(_ -> some)
                    .filter(column -> column.calendar().until().isEmpty())
                    .toList();
            // Where a row has several days, or one that lasts, it is not on one alone.
            if (days.size() == 1 && DatedColumn.of(room.register()).count() == 1) {
                add(room, crowd(room, engagements, look, days.getFirst(), beyond), look, all);
            } else {
                add(room, room.rows().all(room.register(), engagements, which(room, look)), look, all);
            }
        });
        return new Found(all, beyond);
    }

    /// The rows of a register, or some of each day where there are very many, with how many more there are.
    private static Map<EngagementId, List<Row>> crowd(
            RegisterRoom room,
            Collection<EngagementId> engagements,
            Look look,
            DatedColumn column,
            List<Beyond> beyond) {
        var register = room.register();
        var rows = room.rows();
        var which = column.which(register, look);
        var days = new Rows.Days(column.column().key(), look.from());
        var counts = rows.perDay(register, engagements, which, days, column.open());
        if (counts.stream().mapToInt(Rows.OfDay::many).sum() <= CROWD) {
            return counts.isEmpty() ? Map.of() : rows.all(register, engagements, which);
        }
        var some = rows.some(register, engagements, which, days, look.enough());
        var read = some.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(row -> day(of.getKey(), row, column, look)))
                .collect(groupingBy(Function.identity(), summingInt(_ -> 1)));
        for (var count : counts) {
            int more = count.many() - read.getOrDefault(new ReadDay(count.engagement(), count.day(), count.open()), 0);
            if (more > 0) {
                beyond.add(new Beyond(count.engagement(), count.day(), count.open(), more));
            }
        }
        return some;
    }

    /// A day of which rows were read.
    private record ReadDay(EngagementId engagement, LocalDate day, boolean open) {}

    private static ReadDay day(EngagementId engagement, Row row, DatedColumn column, Look look) {
        var day = Objects.requireNonNull((LocalDate) row.get(column.column().key()));
        var before = look.from().minusDays(1);
        return new ReadDay(
                engagement, day.isBefore(before) ? before : day, column.day().isOpen(row));
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
