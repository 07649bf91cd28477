package org.fram.app.platform.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.PageLinks;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.RegisterPage.Chip;
import org.fram.app.platform.register.RegisterPage.Editor;
import org.fram.app.platform.register.RegisterPage.Filter;
import org.fram.app.platform.register.RegisterPage.Head;
import org.fram.app.platform.register.RegisterPage.Line;
import org.fram.app.platform.register.RegisterPage.RowCell;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts rows into words for the pages of registers. Is asked within a transaction.
@Component
public class RegisterPages {

    private final Rows rows;
    private final Views views;

    RegisterPages(Rows rows, Views views) {
        this.rows = rows;
        this.views = views;
    }

    /// The page of a register.
    ///
    /// @param message what was just done, or empty
    /// @param undo the address that takes it back, or empty
    public RegisterPage page(
            Frame frame,
            Register register,
            EngagementId engagement,
            String address,
            Query asked,
            boolean editable,
            String message,
            String undo) {
        int count = rows.count(register, engagement, asked);
        int last = Math.max(1, (count + asked.size() - 1) / asked.size());
        var query = asked.page() > last ? asked.page(last) : asked;
        var shown = shown(register, query);
        return new RegisterPage(
                register.name(),
                address,
                query.address(),
                query.search(),
                frame.text("register.count", count),
                count == 0,
                query.narrows(),
                editable,
                shown.stream()
                        .map(column -> head(frame, register, address, query, column))
                        .toList(),
                rows.page(register, engagement, query).stream()
                        .map(row -> line(frame, register, shown, row, address, editable))
                        .toList(),
                chips(frame, register, address, query),
                register.columns().stream()
                        .skip(1)
                        .map(column -> filter(frame, register, query, column))
                        .toList(),
                register.columns().stream()
                        .skip(1)
                        .map(column -> new Choice(column.key(), title(frame, register, column), shown.contains(column)))
                        .toList(),
                Query.SIZES.stream()
                        .map(size ->
                                new Choice(size.toString(), frame.text("register.pageOf", size), size == query.size()))
                        .toList(),
                register.open().map(open -> open(frame, address, query, open)).orElse(null),
                views.of(register, engagement, address, query, editable),
                paging(frame, address, query, count, last),
                message,
                undo,
                editable ? editors(frame, register) : List.of());
    }

    /// A cell alone.
    public RowCell cell(Frame frame, Register register, Column column, Row row, String address) {
        return new RowCell(
                column.key(),
                title(frame, register, column),
                kind(column),
                column.type().show(row.get(column.key()), frame),
                column.type().edit(row.get(column.key())),
                cellAddress(address, row, column),
                column.template() == null ? null : column.template().of(row, frame),
                "",
                "",
                false);
    }

    /// A cell whose change was refused.
    public RowCell refused(Frame frame, RowCell cell, Text reason, String tried) {
        return new RowCell(
                cell.column(),
                cell.title(),
                cell.kind(),
                cell.text(),
                cell.value(),
                cell.address(),
                cell.custom(),
                frame.text(reason),
                tried,
                false);
    }

    /// A cell that somebody else changed first.
    public RowCell overtaken(RowCell cell, String tried) {
        return new RowCell(
                cell.column(),
                cell.title(),
                cell.kind(),
                cell.text(),
                cell.value(),
                cell.address(),
                null,
                "",
                tried,
                true);
    }

    /// The fields of a form for a whole row.
    ///
    /// @param written what somebody wrote, by columns; those that are missing are empty
    /// @param errors why it is refused, by columns
    /// @param now the row as somebody else left it, or null where nobody was first
    /// @param seen what the writer saw, by columns
    public List<Editor> form(
            Frame frame,
            Register register,
            Map<String, String> written,
            Map<String, Text> errors,
            @Nullable Row now,
            Map<String, String> seen) {
        return register.columns().stream()
                .map(column -> {
                    String key = column.key();
                    String value = written.getOrDefault(key, "");
                    String before = seen.getOrDefault(key, "");
                    var error = errors.get(key);
                    String theirs = now == null ? before : column.type().edit(now.get(key));
                    boolean overtaken = !theirs.equals(before) && !theirs.equals(value);
                    return new Editor(
                            key,
                            title(frame, register, column),
                            column.type().editor(),
                            value,
                            chosen(column.type().choices(frame), value),
                            help(frame, register, column),
                            error == null ? "" : frame.text(error),
                            overtaken && now != null
                                    ? nonEmpty(frame, column.type().show(now.get(key), frame))
                                    : "",
                            theirs);
                })
                .toList();
    }

    /// The values of a row as editors have them.
    public static Map<String, String> edited(Register register, @Nullable Row row) {
        var values = new LinkedHashMap<String, String>();
        for (Column column : register.columns()) {
            values.put(column.key(), column.type().edit(row == null ? null : row.get(column.key())));
        }
        return values;
    }

    /// The words for a column.
    public static String title(Frame frame, Register register, Column column) {
        return frame.text(register.texts() + ".column." + column.key());
    }

    private static String nonEmpty(Frame frame, String text) {
        return text.isEmpty() ? frame.text("register.empty") : text;
    }

    private static List<Column> shown(Register register, Query query) {
        var ref = register.columns().getFirst();
        var chosen = query.columns().stream()
                .map(register::column)
                .flatMap(Optional::stream)
                .filter(column -> !column.key().equals(Register.REF))
                .distinct()
                .toList();
        var rest = chosen.isEmpty()
                ? register.columns().stream()
                        .skip(1)
                        .filter(column -> !column.is(Trait.HIDDEN))
                        .toList()
                : chosen;
        return Stream.concat(Stream.of(ref), rest.stream()).toList();
    }

    private static Head head(Frame frame, Register register, String address, Query query, Column column) {
        boolean sorted = query.sort().equals(column.key());
        return new Head(
                column.key(),
                title(frame, register, column),
                address(address, query.sortedBy(column.key())),
                sorted ? query.descending() ? "descending" : "ascending" : null,
                column.is(Trait.WIDE) ? "wide" : kind(column));
    }

    private static String kind(Column column) {
        return column.type().editor().name().toLowerCase(Locale.ROOT);
    }

    private Line line(Frame frame, Register register, List<Column> shown, Row row, String address, boolean editable) {
        var number = register.columns().getFirst().template();
        return new Line(
                row.id() + ":" + row.version(),
                Objects.toString(row.get(Register.REF), ""),
                address + "/rows/" + row.id(),
                number == null ? null : number.of(row, frame),
                shown.stream()
                        .skip(1)
                        .map(column -> cell(frame, register, column, row, editable ? address : ""))
                        .toList());
    }

    private static String cellAddress(String address, Row row, Column column) {
        return address.isEmpty() ? "" : "%s/rows/%s/cells/%s".formatted(address, row.id(), column.key());
    }

    private static Link open(Frame frame, String address, Query query, Query open) {
        return new Link(
                address(address, open),
                frame.text("register.open"),
                query.first().address().equals(open.address()));
    }

    private static List<Chip> chips(Frame frame, Register register, String address, Query query) {
        var chips = new ArrayList<Chip>();
        if (!query.search().isEmpty()) {
            chips.add(
                    new Chip(frame.text("register.searched", query.search()), address(address, query.withoutSearch())));
        }
        query.filters()
                .forEach((key, value) -> register.column(key)
                        .ifPresent(column -> chips.add(new Chip(
                                title(frame, register, column) + ": " + shownFilter(frame, column, value),
                                address(address, query.without(key))))));
        return chips;
    }

    private static String shownFilter(Frame frame, Column column, String value) {
        return switch (value) {
            case Query.NOTHING, YesNo.UNKNOWN -> frame.text("register.empty");
            default -> column.type().showFilter(value, frame);
        };
    }

    private static Filter filter(Frame frame, Register register, Query query, Column column) {
        String value = query.filters().getOrDefault(column.key(), "");
        boolean ranges = column.type().ranges();
        var range = Range.of(value);
        return new Filter(
                column.key(),
                title(frame, register, column),
                column.type().editor(),
                ranges ? range.first() : value,
                ranges ? range.last() : "",
                chosen(filterChoices(frame, column.type()), value));
    }

    private static List<Choice> filterChoices(Frame frame, CellType type) {
        if (type instanceof Day) {
            return List.of(new Choice(Query.NOTHING, frame.text("register.empty"), false));
        }
        if (type.editor() != CellType.Editor.CHOICE) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("register.any"), false));
        type.choices(frame).stream().filter(choice -> !choice.value().isEmpty()).forEach(choices::add);
        if (!(type instanceof OwnParty)) {
            choices.add(new Choice(
                    type instanceof YesNo ? YesNo.UNKNOWN : Query.NOTHING, frame.text("register.empty"), false));
        }
        return choices;
    }

    private static List<Choice> chosen(List<Choice> choices, String value) {
        return choices.stream()
                .map(choice -> new Choice(
                        choice.value(), choice.label(), choice.value().equals(value)))
                .toList();
    }

    private static List<Editor> editors(Frame frame, Register register) {
        return register.columns().stream()
                .skip(1)
                .map(column -> new Editor(
                        column.key(),
                        title(frame, register, column),
                        column.type().editor(),
                        "",
                        column.type().choices(frame),
                        "",
                        "",
                        "",
                        ""))
                .toList();
    }

    private static String help(Frame frame, Register register, Column column) {
        return frame.texts().find(register.texts() + ".help." + column.key()).orElse("");
    }

    private static PageLinks paging(Frame frame, String address, Query query, int count, int last) {
        int first = (query.page() - 1) * query.size() + 1;
        return new PageLinks(
                count == 0 ? "" : frame.text("pages.range", first, Math.min(count, first + query.size() - 1), count),
                query.page() > 1 ? address(address, query.page(query.page() - 1)) : null,
                query.page() < last ? address(address, query.page(query.page() + 1)) : null);
    }

    private static String address(String address, Query query) {
        String parameters = query.address();
        return parameters.isEmpty() ? address : address + "?" + parameters;
    }
}
