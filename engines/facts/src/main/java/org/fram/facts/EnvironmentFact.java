package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An environment in which people train or test.
///
/// @param onPlan whether the plan has it
/// @param owner the person, role or party that owns it
/// @param ready the day on which it is or was ready
/// @param neededBy the day on which it is first used
/// @param differences in what it differs from production
@RecordBuilder
public record EnvironmentFact(
        @Nullable Boolean onPlan,
        @Nullable String owner,
        @Nullable LocalDate ready,
        @Nullable LocalDate neededBy,
        @Nullable List<DifferenceFact> differences) {
    public EnvironmentFact {
        differences = Copies.of(differences);
    }

    /// Something in which an environment differs from production.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what differs
    /// @param tests ids of the test cases that depend on it
    @RecordBuilder
    public record DifferenceFact(String id, String text, List<String> tests) {
        public DifferenceFact {
            tests = List.copyOf(tests);
        }
    }
}
