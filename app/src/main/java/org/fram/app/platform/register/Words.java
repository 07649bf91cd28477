package org.fram.app.platform.register;

import java.util.Locale;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Text.
///
/// @param most signs that it may have
/// @param lines whether it may have several lines
public record Words(int most, boolean lines) implements CellType {

    @Override
    public Reading read(String text, Frame frame) {
        // PostgreSQL keeps no zero signs.
        String written = text.replace("\0", "").strip();
        String value = lines ? written.replace("\r\n", "\n") : written.replaceAll("\\s+", " ");
        if (value.length() > most) {
            return new Reading.Refused(Text.of("register.refused.long", most));
        }
        return new Reading.Value(value.isEmpty() ? null : value);
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return edit(value);
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Condition matches(Field<?> field, String filter) {
        var text = DSL.lower(field.cast(String.class));
        return filter.isBlank()
                ? DSL.noCondition()
                : text.contains(filter.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Editor editor() {
        return lines ? Editor.LINES : Editor.LINE;
    }
}
