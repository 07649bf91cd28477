package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pilot, waves, and who goes live in them.
///
/// @param pilot what was decided about a pilot
/// @param waves the phases in which sites, groups and functions go live
/// @param units the sites, groups and functions that go live
@RecordBuilder
public record RolloutFacts(
        @Nullable PilotFact pilot,
        @Nullable List<WaveFact> waves,
        @Nullable List<GoLiveUnitFact> units) {
    public RolloutFacts {
        waves = Copies.of(waves);
        units = Copies.of(units);
    }

    /// A pilot, or the decision against one.
    ///
    /// @param planned whether there is one
    /// @param decidedAgainst who decided that there is none
    /// @param lessons what it taught
    @RecordBuilder
    public record PilotFact(
            boolean planned,
            @Nullable String decidedAgainst,
            @Nullable List<PilotLessonFact> lessons) {
        public PilotFact {
            lessons = Copies.of(lessons);
        }
    }

    /// Something that the pilot taught.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param fixed whether it was mended
    /// @param retested whether the mending was tested
    @RecordBuilder
    public record PilotLessonFact(String id, String text, boolean fixed, boolean retested) {}

    /// Sites, groups and functions that go live together.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param cutover the day on which it goes live
    /// @param rollbackRehearsed whether its rollback was rehearsed
    /// @param pointOfNoReturn after which step there is no way back
    /// @param wayForward what is done where there is no way back, such as forwarding of ported numbers
    /// @param support who supports it on the day and after, as persons or roles
    /// @param supportUntil the last day of that support
    /// @param alternativeChannel how customers reach somebody during cutover
    @RecordBuilder
    public record WaveFact(
            String id,
            String name,
            @Nullable LocalDate cutover,
            @Nullable Boolean rollbackRehearsed,
            @Nullable String pointOfNoReturn,
            @Nullable String wayForward,
            @Nullable List<String> support,
            @Nullable LocalDate supportUntil,
            @Nullable String alternativeChannel) {
        public WaveFact {
            support = Copies.of(support);
        }
    }

    /// A site, group or function.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param waves ids of the waves in which it goes live; one is right
    @RecordBuilder
    public record GoLiveUnitFact(String id, String name, List<String> waves) {
        public GoLiveUnitFact {
            waves = List.copyOf(waves);
        }
    }
}
