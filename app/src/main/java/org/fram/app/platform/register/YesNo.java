package org.fram.app.platform.register;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Yes, no, or not known.
public record YesNo() implements CellType {

    /// The filter for what nobody has answered.
    static final String UNKNOWN = "unknown";

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final Set<String> WORDS_FOR_YES = Set.of(YES, "y", "true", "x", "1", "✓");
    private static final Set<String> WORDS_FOR_NO = Set.of(NO, "n", "false", "0", "-");

    @Override
    public Reading read(String text, Frame frame) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return new Reading.Value(null);
        }
        if (WORDS_FOR_YES.contains(wanted) || wanted.equals(lower(true, frame))) {
            return new Reading.Value(true);
        }
        if (WORDS_FOR_NO.contains(wanted) || wanted.equals(lower(false, frame))) {
            return new Reading.Value(false);
        }
        return new Reading.Refused(Text.of("register.refused.yesNo", text.strip()));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return value == null ? "" : frame.text(Boolean.TRUE.equals(value) ? "register.yes" : "register.no");
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : Boolean.TRUE.equals(value) ? YES : NO;
    }

    @Override
    public Condition matches(Field<?> field, String filter) {
        var asked = field.cast(Boolean.class);
        return switch (filter) {
            case YES -> asked.isTrue();
            case NO -> asked.isFalse();
            case UNKNOWN -> asked.isNull();
            default -> DSL.noCondition();
        };
    }

    @Override
    public Editor editor() {
        return Editor.CHOICE;
    }

    @Override
    public List<Choice> choices(Frame frame) {
        return List.of(
                new Choice("", "", false),
                new Choice(YES, show(true, frame), false),
                new Choice(NO, show(false, frame), false));
    }

    private String lower(boolean value, Frame frame) {
        return show(value, frame).toLowerCase(frame.texts().locale());
    }
}
