package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is today, and how well it does.
///
/// @param areas the areas of an inventory and whether each was taken
/// @param inventory what there is today
/// @param baseline what performance and users' expectations were before the change
/// @param participants functions whose specialists took part
/// @param frontLineTookPart whether people of the front line took part
@RecordBuilder
public record AssessmentFacts(
        @Nullable List<AreaFact> areas,
        @Nullable List<InventoryItemFact> inventory,
        @Nullable BaselineFact baseline,
        @Nullable List<BusinessFunction> participants,
        @Nullable Boolean frontLineTookPart) {
    public AssessmentFacts {
        areas = Copies.of(areas);
        inventory = Copies.of(inventory);
        participants = Copies.of(participants);
    }

    /// An area of the inventory.
    public enum InventoryArea {
        @JsonProperty("systems")
        SYSTEMS,
        @JsonProperty("integrations")
        INTEGRATIONS,
        @JsonProperty("call flows and queues")
        CALL_FLOWS_AND_QUEUES,
        @JsonProperty("numbers")
        NUMBERS,
        @JsonProperty("reports")
        REPORTS,
        @JsonProperty("workflows")
        WORKFLOWS,
        @JsonProperty("licences")
        LICENCES,
        @JsonProperty("training programmes")
        TRAINING_PROGRAMMES
    }

    /// An area of the inventory.
    ///
    /// @param area which
    /// @param inventoried whether its items are listed, or it was found to hold none
    @RecordBuilder
    public record AreaFact(InventoryArea area, boolean inventoried) {}

    /// Something of today's platform.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param area where it belongs
    /// @param inUse whether it is used today
    /// @param decision what becomes of it
    /// @param reason why
    /// @param compatible whether the target platform can do it; absent while nobody has answered
    /// @param counterpart what does it on the target platform
    /// @param criticality how hard its failure would hit
    @RecordBuilder
    public record InventoryItemFact(
            String id,
            String name,
            @Nullable InventoryArea area,
            @Nullable Boolean inUse,
            @Nullable MigrationDecision decision,
            @Nullable String reason,
            @Nullable Boolean compatible,
            @Nullable String counterpart,
            @Nullable Impact criticality) {}

    /// Performance and expectations, frozen before the change.
    ///
    /// @param frozen the day on which it was frozen
    /// @param performance whether it holds measures of performance
    /// @param userExpectations whether it holds what users expect
    @RecordBuilder
    public record BaselineFact(
            @Nullable LocalDate frozen,
            @Nullable Boolean performance,
            @Nullable Boolean userExpectations) {}
}
