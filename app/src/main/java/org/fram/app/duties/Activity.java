package org.fram.app.duties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Text;
import org.fram.facts.ActivityArea;
import org.fram.facts.PeopleFacts.DividedActivity;
import org.jspecify.annotations.Nullable;

/// A row of the table of responsibilities. Who has which letter is said by the names of the table's
/// columns.
///
/// @param divided which of the activities it is that IT and the contact center divide between them, or
/// null
/// @param confirmed whether people said that it is so; until then it is a proposal
/// @param ours whether only one's own party sees it
public record Activity(
        UUID id,
        int version,
        String ref,
        ActivityArea area,
        String text,
        @Nullable DividedActivity divided,
        List<String> accountable,
        List<String> responsible,
        List<String> consulted,
        List<String> informed,
        boolean confirmed,
        boolean ours) {

    public Activity {
        accountable = List.copyOf(accountable);
        responsible = List.copyOf(responsible);
        consulted = List.copyOf(consulted);
        informed = List.copyOf(informed);
    }

    static Activity of(Row row) {
        var divided = row.get("divided");
        return new Activity(
                row.id(),
                row.version(),
                row.ref(),
                Codes.constant(ActivityArea.class, Objects.requireNonNullElse(row.get("area"), "other")),
                Objects.toString(row.get("text"), ""),
                divided == null ? null : Codes.constant(DividedActivity.class, divided),
                names(row.get("accountable")),
                names(row.get("responsible")),
                names(row.get("consulted")),
                names(row.get("informed")),
                Boolean.TRUE.equals(row.get("confirmed")),
                row.get("seenBy") != null);
    }

    /// What a column has to do with it.
    public Letters letters(String column) {
        if (accountable.contains(column)) {
            return responsible.contains(column) ? Letters.BOTH : Letters.ACCOUNTABLE;
        }
        return responsible.contains(column)
                ? Letters.RESPONSIBLE
                : consulted.contains(column)
                        ? Letters.CONSULTED
                        : informed.contains(column) ? Letters.INFORMED : Letters.NONE;
    }

    /// The names of all columns that have a letter.
    public List<String> named() {
        return Stream.of(accountable, responsible, consulted, informed)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// The lists of letters with other letters for some columns, by the keys of the register's columns.
    Map<String, @Nullable Object> with(Map<String, Letters> changed) {
        var lists = new LinkedHashMap<String, List<String>>();
        lists.put("accountable", new ArrayList<>(accountable));
        lists.put("responsible", new ArrayList<>(responsible));
        lists.put("consulted", new ArrayList<>(consulted));
        lists.put("informed", new ArrayList<>(informed));
        changed.forEach((column, letters) -> put(lists, column, letters));
        var values = new LinkedHashMap<String, @Nullable Object>();
        lists.forEach((key, names) -> values.put(key, List.copyOf(names)));
        return values;
    }

    /// The lists of letters of a new row, by the keys of the register's columns.
    static Map<String, @Nullable Object> lists(Map<String, Letters> columns) {
        return new Activity(
                        new UUID(0, 0),
                        0,
                        "",
                        ActivityArea.OTHER,
                        "",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false)
                .with(columns);
    }

    /// Why it cannot be confirmed as it is; empty where it can.
    public List<Text> flaws() {
        var flaws = new ArrayList<Text>();
        if (accountable.size() > 1) {
            flaws.add(Text.of("duties.flaw.several", String.join(", ", accountable)));
        } else if (accountable.isEmpty()) {
            flaws.add(Text.of(responsible.isEmpty() ? "duties.flaw.nobody" : "duties.flaw.noAccountable"));
        } else if (responsible.isEmpty()) {
            flaws.add(Text.of("duties.flaw.noResponsible", accountable.getFirst()));
        }
        return flaws;
    }

    /// Letters and digits alone: lists that went through other programs have other spaces and quotation
    /// marks.
    public static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }

    private static void put(Map<String, List<String>> lists, String column, Letters letters) {
        lists.values().forEach(names -> names.remove(column));
        if (letters.accountable()) {
            add(lists, "accountable", column);
        }
        if (letters.responsible()) {
            add(lists, "responsible", column);
        }
        if (letters == Letters.CONSULTED) {
            add(lists, "consulted", column);
        }
        if (letters == Letters.INFORMED) {
            add(lists, "informed", column);
        }
    }

    private static void add(Map<String, List<String>> lists, String key, String column) {
        Objects.requireNonNull(lists.get(key)).add(column);
    }

    private static List<String> names(@Nullable Object value) {
        return value instanceof List<?> names
                ? names.stream().map(Objects::toString).toList()
                : List.of();
    }
}
