package org.fram.app.platform.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.texts.Text;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A list that people keep, declared once: a view on a typed table.
///
/// The table has, beside the fields of its columns: `id`, `engagement_id`, `version`, `ref` (the row's
/// number, unique among those that are not deleted), `searched` (the text in which one searches, in lower
/// case), `deletion` (names the act that deleted the row, or is null) and, where rows can be private to a
/// party, `private_to`. It is protected by row security.
///
/// Its texts are `TEXTS.title`, `TEXTS.lead`, `TEXTS.empty`, and `TEXTS.column.KEY` for each column. Where there is a
/// `TEXTS.help.KEY`, it stands below the column's field in forms.
///
/// @param name in addresses, as `requirements`
/// @param texts the first part of its texts' keys, as `sow.requirement`
/// @param prefix of the numbers that rows get, as `R`
/// @param columns the first is `ref`; a [Day] says whether and how it stands on the calendar
/// @param rules for whole rows
/// @param acts through which everything is written; [KeepingRows] where a module has none of its own
public record Register(
        String name, String texts, String prefix, Table<?> table, List<Column> columns, RowRules rules, RowActs acts) {

    /// The key of the column that numbers the rows.
    public static final String REF = "ref";

    private static final int LONGEST_REF = 40;

    public Register {
        columns = List.copyOf(columns);
        if (!columns.getFirst().key().equals(REF)) {
            throw new IllegalArgumentException("The first column of %s is not '%s'.".formatted(name, REF));
        }
        for (Column column : columns) {
            if (column.type() instanceof Day(var calendar) && calendar != null) {
                requireColumns(name, columns, calendar);
            }
        }
    }

    /// The column that numbers the rows of a table, the first of each register.
    public static Column ref(Table<?> table) {
        return Column.of(REF, field(table, REF, String.class), new Words(LONGEST_REF, false));
    }

    /// The column of a key.
    public Optional<Column> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// The first words that a row has beside its number; empty where it has none.
    public String words(Row row) {
        return columns.stream()
                .filter(column -> !column.key().equals(REF) && column.type() instanceof Words)
                .map(column -> Objects.toString(row.get(column.key()), ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The rows that are not done with, by the day by which they are to be; empty where nothing is to be
    /// done by a day, or no column ends all that is to be done in a row.
    Optional<Query> open() {
        var due = columns.stream()
                .filter(column -> column.type() instanceof Day(var calendar)
                        && calendar != null
                        && !calendar.settledBy().isEmpty())
                .toList();
        return due.stream()
                .map(column -> ((Day) column.type()).calendar())
                .flatMap(calendar -> calendar == null ? Stream.empty() : calendar.settledBy().stream())
                .distinct()
                .filter(key -> due.stream()
                        .allMatch(column -> column.type() instanceof Day(var calendar)
                                && calendar != null
                                && calendar.settledBy().contains(key)))
                .flatMap(key -> column(key).stream())
                .flatMap(settled ->
                        nothing(settled)
                                .map(nothing -> Query.without(
                                        settled.key(), nothing, due.getFirst().key()))
                                .stream())
                .findFirst();
    }

    /// How one filters for rows in which a column says nothing; empty where one cannot.
    private static Optional<String> nothing(Column column) {
        return switch (column.type()) {
            case Day _ -> Optional.of(Query.NOTHING);
            case YesNo _ -> Optional.of(YesNo.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /// Why a row cannot be stored as it is, by the keys of the columns; empty where it can.
    Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        for (Column column : columns) {
            // A new row gets its number when it is stored.
            boolean required = column.is(Trait.REQUIRED) || column.key().equals(REF) && row.version() > 0;
            if (required && row.get(column.key()) == null) {
                reasons.put(column.key(), Text.of("register.refused.missing"));
            }
        }
        rules.refuse(row).forEach(reasons::putIfAbsent);
        return reasons;
    }

    /// Whether the number of a row, or who sees it, is not the same: only among those who see both are
    /// numbers unique.
    boolean numbersDiffer(Row one, Row other) {
        return columns.stream()
                .filter(column -> column.key().equals(REF) || column.type() instanceof OwnParty)
                .anyMatch(column -> !Objects.equals(one.get(column.key()), other.get(column.key())));
    }

    /// Whether a row is for one party alone.
    public boolean isPrivate(Row row) {
        return columns.stream().anyMatch(column -> column.type() instanceof OwnParty && row.get(column.key()) != null);
    }

    Field<UUID> id() {
        return field(table, "id", UUID.class);
    }

    Field<UUID> engagement() {
        return field(table, "engagement_id", UUID.class);
    }

    Field<Integer> version() {
        return field(table, "version", Integer.class);
    }

    Field<UUID> deletion() {
        return field(table, "deletion", UUID.class);
    }

    Field<String> searched() {
        return field(table, "searched", String.class);
    }

    private static void requireColumns(String name, List<Column> columns, Day.OnCalendar calendar) {
        Stream.concat(Stream.of(calendar.until()), calendar.settledBy().stream())
                .filter(key -> !key.isEmpty()
                        && columns.stream().noneMatch(column -> column.key().equals(key)))
                .forEach(key -> {
                    throw new IllegalArgumentException(
                            "On the calendar, %s names the column '%s', which it has not.".formatted(name, key));
                });
    }

    private static <T> Field<T> field(Table<? extends Record> table, String name, Class<T> type) {
        var field = table.field(name, type);
        if (field == null) {
            throw new IllegalArgumentException(
                    "The table %s has no field '%s', which registers need.".formatted(table.getName(), name));
        }
        return field;
    }
}
