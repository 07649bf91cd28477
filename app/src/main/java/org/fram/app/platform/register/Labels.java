package org.fram.app.platform.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Several short names, such as the numbers of obligations; written with commas between. The table keeps an
/// array.
///
/// @param most names that a cell may have
public record Labels(int most) implements CellType {

    private static final int LONGEST = 60;

    @Override
    public Reading read(String text, Frame frame) {
        List<String> names = Stream.of(text.replace("\0", "").split("[,;\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > most) {
            return new Reading.Refused(Text.of("register.refused.many", most));
        }
        if (names.stream().anyMatch(name -> name.length() > LONGEST)) {
            return new Reading.Refused(Text.of("register.refused.long", LONGEST));
        }
        return new Reading.Value(names);
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return edit(value);
    }

    @Override
    public String edit(@Nullable Object value) {
        return value instanceof List<?> names
                ? String.join(", ", names.stream().map(String::valueOf).toList())
                : "";
    }

    @Override
    public Condition matches(Field<?> field, String filter) {
        if (filter.isBlank()) {
            return DSL.noCondition();
        }
        var joined = DSL.function("array_to_string", String.class, field, DSL.inline(", "));
        return DSL.lower(joined).contains(filter.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Editor editor() {
        return Editor.LINE;
    }

    /// From the array of the table.
    static List<String> fromTable(@Nullable Object value) {
        return value instanceof String[] names ? Arrays.asList(names) : List.of();
    }

    /// To the array of the table.
    static String[] toTable(@Nullable Object value) {
        return value instanceof List<?> names
                ? names.stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }
}
