package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be, and for which purpose.
///
/// @param carriedOver processes, flows and reports of today, and whether they change
/// @param decisions decisions of the design
/// @param demonstrations demonstrations and deep dives
/// @param renamed concepts that the new platform calls otherwise
/// @param ends the day on which design ends or ended
@RecordBuilder
public record DesignFacts(
        @Nullable List<CarriedOverFact> carriedOver,
        @Nullable List<DesignDecisionFact> decisions,
        @Nullable List<DemonstrationFact> demonstrations,
        @Nullable List<RenamedConceptFact> renamed,
        @Nullable LocalDate ends) {
    public DesignFacts {
        carriedOver = Copies.of(carriedOver);
        decisions = Copies.of(decisions);
        demonstrations = Copies.of(demonstrations);
        renamed = Copies.of(renamed);
    }

    /// What something of today is.
    public enum CarriedOverKind {
        @JsonProperty("process")
        PROCESS,
        @JsonProperty("flow")
        FLOW,
        @JsonProperty("report")
        REPORT
    }

    /// A process, flow or report of today.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param kind process, flow or report
    /// @param unchanged whether it is carried over as it is
    /// @param decision id of the decision that it is
    /// @param redesignLater whether it is to be redesigned later
    /// @param backlogItem id of the backlog item of the redesign
    /// @param owner the person or role that owns the redesign
    /// @param due the day of the redesign
    @RecordBuilder
    public record CarriedOverFact(
            String id,
            String name,
            @Nullable CarriedOverKind kind,
            @Nullable Boolean unchanged,
            @Nullable String decision,
            @Nullable Boolean redesignLater,
            @Nullable String backlogItem,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    /// A decision of the design.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what was decided
    /// @param objectives ids of the objectives that it serves
    /// @param changesWork whether it changes how people work
    /// @param changePlanEntry the entry of the change plan that prepares people for it
    @RecordBuilder
    public record DesignDecisionFact(
            String id,
            String text,
            @Nullable List<String> objectives,
            @Nullable Boolean changesWork,
            @Nullable String changePlanEntry) {
        public DesignDecisionFact {
            objectives = Copies.of(objectives);
        }
    }

    /// A demonstration or deep dive.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param requirements ids of the requirements that it is about
    /// @param held the day on which it took place
    /// @param missed required attendees who were not there
    @RecordBuilder
    public record DemonstrationFact(
            String id,
            List<String> requirements,
            @Nullable LocalDate held,
            @Nullable List<String> missed) {
        public DemonstrationFact {
            requirements = List.copyOf(requirements);
            missed = Copies.of(missed);
        }
    }

    /// A concept and its names.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param oldName on today's platform
    /// @param newName on the new one
    /// @param inGlossary whether the glossary of old and new words has it
    @RecordBuilder
    public record RenamedConceptFact(
            String id,
            String oldName,
            String newName,
            @Nullable Boolean inGlossary) {}
}
