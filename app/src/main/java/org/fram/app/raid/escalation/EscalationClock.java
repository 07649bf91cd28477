package org.fram.app.raid.escalation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When an issue goes to which level. An issue that names its own day for the first level goes there on that day, and
/// the other levels keep their distance to the first.
public final class EscalationClock {

    private EscalationClock() {}

    /// A level with its day.
    public record Step(EscalationLevel level, LocalDate day) {}

    /// The levels of an issue with their days, the lowest first; none where it has no day.
    ///
    /// @param path the levels of its kind
    /// @param due by when it was to be settled, or null
    /// @param own the day that the issue itself names for the first level, or null
    public static List<Step> steps(Collection<EscalationLevel> path, @Nullable LocalDate due, @Nullable LocalDate own) {
        var ordered = path.stream()
                .sorted(Comparator.comparingInt(EscalationLevel::level).thenComparingInt(EscalationLevel::days))
                .toList();
        if (ordered.isEmpty()) {
            return List.of();
        }
        var first = own != null ? own.minusDays(ordered.getFirst().days()) : due;
        return first == null
                ? List.of()
                : ordered.stream()
                        .map(level -> new Step(level, first.plusDays(level.days())))
                        .toList();
    }

    /// The steps whose day has come and that were not taken, the lowest first.
    public static List<Step> due(List<Step> steps, Set<Integer> taken, LocalDate today) {
        return steps.stream()
                .filter(step -> !step.day().isAfter(today)
                        && !taken.contains(step.level().level()))
                .toList();
    }

    /// The step that comes next; empty where all were taken.
    public static Optional<Step> next(List<Step> steps, Set<Integer> taken) {
        return steps.stream()
                .filter(step -> !taken.contains(step.level().level()))
                .findFirst();
    }
}
