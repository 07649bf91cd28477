package org.fram.app.platform.register;

import java.util.List;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Whether a row is for one's own party alone: true, or null where all parties see it. The table keeps the
/// party, and its row security hides the row from others.
public record OwnParty() implements CellType {

    private static final String MINE = "mine";
    private static final String ALL = "all";

    @Override
    public Reading read(String text, Frame frame) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.equalsIgnoreCase(ALL) || wanted.equalsIgnoreCase(show(null, frame))) {
            return new Reading.Value(null);
        }
        if (wanted.equalsIgnoreCase(MINE) || wanted.equalsIgnoreCase(show(true, frame))) {
            return new Reading.Value(true);
        }
        return new Reading.Refused(
                Text.of("register.refused.choice", wanted, show(null, frame) + ", " + show(true, frame)));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return frame.text(value == null ? "register.seenBy.all" : "register.seenBy.mine");
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? ALL : MINE;
    }

    @Override
    public Condition matches(Field<?> field, String filter) {
        return switch (filter) {
            case MINE -> field.isNotNull();
            case ALL -> field.isNull();
            default -> DSL.noCondition();
        };
    }

    @Override
    public Editor editor() {
        return Editor.CHOICE;
    }

    @Override
    public List<Choice> choices(Frame frame) {
        return List.of(new Choice(ALL, show(null, frame), false), new Choice(MINE, show(true, frame), false));
    }
}
