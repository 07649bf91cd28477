package org.fram.app.platform.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.fram.office.Cell;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A day of the calendar. Of written days those are read that mean one day everywhere: 2027-03-31, 31.3.2027,
/// 31 Mar 2027; 3/4/2027 is refused, as it is March to some and April to others.
///
/// @param calendar what it is on the calendar of its engagement, or null where it does not stand there
public record Day(@Nullable OnCalendar calendar) implements CellType {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private static final List<DateTimeFormatter> WRITTEN = Stream.of(
                    "uuuu-M-d", "uuuu/M/d", "d.M.uuuu", "d MMM uuuu", "d MMMM uuuu", "MMMM d, uuuu", "MMM d, uuuu")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /// One that does not stand on the calendar.
    public Day() {
        this(null);
    }

    /// What a day is on the calendar.
    ///
    /// @param until the key of the column of the last day, where it is the first of several; otherwise empty
    /// @param settledBy the keys of the columns of which each says that it is done with; none where it just comes
    /// @param owner the key of the column whose words say whose it is, where the register has one of that key
    public record OnCalendar(String until, List<String> settledBy, String owner) {

        private static final String OWNER = "owner";

        public OnCalendar {
            settledBy = List.copyOf(settledBy);
        }
    }

    /// A day by which something is to be done: until there is something in one of these columns.
    public static Day due(String... settledBy) {
        return new Day(new OnCalendar("", List.of(settledBy), OnCalendar.OWNER));
    }

    /// A day that comes, whatever anybody does.
    public static Day fixed() {
        return due();
    }

    /// The first of several days, whose last stands in another column.
    ///
    /// @param owner the key of the column whose words say whose they are; empty where they are everybody’s
    public static Day until(String last, String owner) {
        return new Day(new OnCalendar(last, List.of(), owner));
    }

    /// Whether it is still to be done with, in a row.
    public boolean isOpen(Row row) {
        return calendar != null
                && !calendar.settledBy().isEmpty()
                && calendar.settledBy().stream().allMatch(key -> row.get(key) == null);
    }

    @Override
    public Reading read(String text, Frame frame) {
        if (text.isBlank()) {
            return new Reading.Value(null);
        }
        return parse(text.strip())
                .<Reading>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Refused(Text.of("register.refused.day", text.strip())));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return value instanceof LocalDate day ? frame.date(day) : "";
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Cell export(@Nullable Object value, Frame frame) {
        return value instanceof LocalDate day ? new Cell.Day(day) : new Cell.Words("");
    }

    /// A range, or [Query#NOTHING].
    @Override
    public Condition matches(Field<?> field, String filter) {
        if (filter.equals(Query.NOTHING)) {
            return field.isNull();
        }
        var range = Range.of(filter);
        var day = field.cast(LocalDate.class);
        return parse(range.first())
                .map(day::ge)
                .orElse(DSL.noCondition())
                .and(parse(range.last()).map(day::le).orElse(DSL.noCondition()));
    }

    @Override
    public String showFilter(String filter, Frame frame) {
        var range = Range.of(filter);
        return range.show(
                parse(range.first()).map(frame::date).orElse(""),
                parse(range.last()).map(frame::date).orElse(""));
    }

    @Override
    public Editor editor() {
        return Editor.DAY;
    }

    private static Optional<LocalDate> parse(String text) {
        for (var format : WRITTEN) {
            try {
                var day = LocalDate.parse(text, format);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return Optional.of(day);
                }
            } catch (DateTimeException otherwise) {
                // Another form may fit.
            }
        }
        return Optional.empty();
    }
}
