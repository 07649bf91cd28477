package org.fram.app.platform.register;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One of a few words. The table keeps its code.
///
/// @param texts the key of a word is this, a dot and the code
public record OneOf(List<String> codes, String texts) implements CellType {

    /// The filter for cells in which nothing is chosen.
    private static final String NONE = Query.NOTHING;

    /// The constants of an enum.
    public static <E extends Enum<E> & Code> OneOf of(Class<E> type, String texts) {
        return new OneOf(Arrays.stream(type.getEnumConstants()).map(Code::code).toList(), texts);
    }

    @Override
    public Reading read(String text, Frame frame) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Reading.Value(null);
        }
        return codes.stream()
                .filter(code ->
                        code.equalsIgnoreCase(wanted) || show(code, frame).equalsIgnoreCase(wanted))
                .findFirst()
                .<Reading>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Refused(Text.of(
                        "register.refused.choice",
                        wanted,
                        String.join(
                                ", ",
                                codes.stream().map(code -> show(code, frame)).toList()))));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return value == null ? "" : frame.text(texts + "." + value);
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Condition matches(Field<?> field, String filter) {
        if (filter.equals(NONE)) {
            return field.isNull();
        }
        return codes.contains(filter) ? field.cast(String.class).eq(filter) : DSL.noCondition();
    }

    @Override
    public Editor editor() {
        return Editor.CHOICE;
    }

    @Override
    public List<Choice> choices(Frame frame) {
        return Stream.concat(
                        Stream.of(new Choice("", "", false)),
                        codes.stream().map(code -> new Choice(code, show(code, frame), false)))
                .toList();
    }
}
