package org.fram.app.platform.register;

import java.util.List;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.fram.office.Cell;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// What the values of a column are: how they are read, shown, edited, filtered and exported.
///
/// A value is of the type that jOOQ has for the column, and null where the cell is empty. `read(edit(value))`
/// gives the value again.
public sealed interface CellType permits Words, OneOf, YesNo, Day, Money, Quantity, PhoneNumber, Labels, OwnParty {

    /// The editor of a cell.
    enum Editor {
        LINE,
        LINES,
        CHOICE,
        DAY,
        AMOUNT
    }

    /// What came of reading a text.
    sealed interface Reading {

        record Value(@Nullable Object value) implements Reading {}

        record Refused(Text reason) implements Reading {}
    }

    /// Reads what somebody wrote, chose or imported: an edited text, or words as they stand in foreign lists.
    Reading read(String text, Frame frame);

    /// The value for people.
    String show(@Nullable Object value, Frame frame);

    /// The value as an editor and a form have it.
    String edit(@Nullable Object value);

    /// The value as a workbook has it.
    default Cell export(@Nullable Object value, Frame frame) {
        return new Cell.Words(show(value, frame));
    }

    /// The rows that a filter lets through.
    ///
    /// @param filter as the page's address has it; one that makes no sense lets everything through
    Condition matches(Field<?> field, String filter);

    /// A filter for people.
    default String showFilter(String filter, Frame frame) {
        return choices(frame).stream()
                .filter(choice -> choice.value().equals(filter))
                .map(Choice::label)
                .findFirst()
                .orElse(filter);
    }

    /// How a cell is edited.
    Editor editor();

    /// Whether one filters by what lies between two values.
    default boolean ranges() {
        return editor() == Editor.DAY || editor() == Editor.AMOUNT;
    }

    /// The values that an editor offers, the empty one among them; none where one writes.
    default List<Choice> choices(Frame frame) {
        return List.of();
    }
}
