package org.fram.rules;

import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;

/// A condition over the facts of an engagement that somebody wrote, as `sow.obligations.exists(o, o.due
/// < today)`: checked by the same type checker as practices, and answered with what it rests on.
/// Immutable.
public final class FactCondition {

    private static final int MOST_LINES = 30;

    /// What can be asked. Making it takes its time.
    private static final class Facts {
        static final Language LANGUAGE = Language.over(FactsDocument.class);
    }

    private final Expression expression;

    private FactCondition(Expression expression) {
        this.expression = expression;
    }

    /// What came of reading one.
    public sealed interface Reading {

        record Read(FactCondition condition) implements Reading {}

        /// It cannot be used.
        ///
        /// @param mistakes each with line and column, from 1, and what was probably meant
        record Wrong(List<String> mistakes) implements Reading {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /// What facts say to it.
    public enum Answer {
        HOLDS,
        DOES_NOT_HOLD,
        /// Something that it asks for is not known, or it goes through too much.
        NOT_KNOWN
    }

    /// An answer, and how it came about.
    ///
    /// @param lines what each part of the condition gave, indented by two blanks a level
    /// @param missing what is not known; empty where it is answered
    public record Answered(Answer answer, List<String> lines, String missing) {
        public Answered {
            lines = List.copyOf(lines);
        }
    }

    /// Reads a condition.
    public static Reading read(String text) {
        var mistakes = new Mistakes();
        var written = new Written(text, new Place("", 1, 1), true);
        var expression = Facts.LANGUAGE.readOnce(written, SimpleType.BOOL, mistakes);
        return expression == null
                ? new Reading.Wrong(mistakes.withoutFile())
                : new Reading.Read(new FactCondition(expression));
    }

    /// As written.
    public String text() {
        return expression.text();
    }

    /// Asks the facts, within the steps that a practice may take.
    public Answered ask(FactsDocument facts, LocalDate today) {
        var circumstances = Circumstances.on(today);
        var trace = new Trace(Set.of());
        var frame = new Frame(
                slots(facts, today),
                Evaluation.holidays(facts),
                new Budget(circumstances.steps(), circumstances.stop()),
                trace,
                null);
        try {
            Object value = expression.traced().value(frame);
            var lines = new ArrayList<String>();
            Explanation.write(trace.steps(), 0, lines);
            var shown = lines.stream().limit(MOST_LINES).toList();
            return switch (value) {
                case Boolean holds -> new Answered(holds ? Answer.HOLDS : Answer.DOES_NOT_HOLD, shown, "");
                case Unknown unknown -> new Answered(Answer.NOT_KNOWN, shown, unknown.what());
                default -> throw new IllegalStateException("A condition gave %s.".formatted(value));
            };
        } catch (Budget.ExceededException exceeded) {
            return new Answered(Answer.NOT_KNOWN, List.of(), "it goes through too much");
        }
    }

    private @Nullable Object[] slots(FactsDocument facts, LocalDate today) {
        var fields = Facts.LANGUAGE.types().root().fields().values();
        var slots = new @Nullable Object[Math.max(expression.slotCount(), fields.size() + 2)];
        int slot = 0;
        for (var field : fields) {
            Object value = field.reading().of(facts);
            slots[slot++] = value == null && field.name().equals("unread") ? List.of() : value;
        }
        slots[slot++] = today;
        var engagement = facts.engagement();
        EngagementKind kind = engagement == null ? null : engagement.kind();
        slots[slot] = kind == null ? null : FactTypes.word(kind);
        return slots;
    }
}
