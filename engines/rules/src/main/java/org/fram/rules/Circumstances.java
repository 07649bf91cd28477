package org.fram.rules;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.fram.facts.PracticeFacts;

/// What an evaluation takes from outside of the facts.
///
/// @param today the day for which it is asked
/// @param settings what people decided about practices, beside what the facts say of that
/// @param steps the most that one practice may cost; a step is a call of a function or an item of a list
/// @param stop asked before each practice and now and then; true ends the evaluation, and has to stay true
public record Circumstances(LocalDate today, PracticeFacts settings, long steps, BooleanSupplier stop) {

    /// Enough for a practice that goes through a hundred thousand items and asks a hundred things of each.
    private static final long STEPS = 20_000_000;

    /// Today, with nothing decided beside what the facts say, and nobody who stops it.
    public static Circumstances on(LocalDate today) {
        return new Circumstances(today, new PracticeFacts(null, null, null, null), STEPS, () -> false);
    }

    /// The same with what people decided.
    public Circumstances with(PracticeFacts decided) {
        return new Circumstances(today, decided, steps, stop);
    }

    /// The same with another limit.
    public Circumstances withSteps(long most) {
        return new Circumstances(today, settings, most, stop);
    }

    /// The same, stopped where `asked` says so.
    public Circumstances stoppedWhen(BooleanSupplier asked) {
        return new Circumstances(today, settings, steps, asked);
    }
}
