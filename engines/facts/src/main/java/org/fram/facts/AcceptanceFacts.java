package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What completion means, and what is still open.
///
/// @param criteria the acceptance criteria
/// @param byElapsedTimeAlone whether acceptance comes by time alone
/// @param onCutover whether acceptance falls on cutover itself
/// @param completion what completion means, as the customer has said
/// @param deliverables what is delivered
/// @param openItems what is still open
@RecordBuilder
public record AcceptanceFacts(
        @Nullable List<CriterionFact> criteria,
        @Nullable Boolean byElapsedTimeAlone,
        @Nullable Boolean onCutover,
        @Nullable String completion,
        @Nullable List<DeliverableFact> deliverables,
        @Nullable List<OpenItemFact> openItems) {
    public AcceptanceFacts {
        criteria = Copies.of(criteria);
        deliverables = Copies.of(deliverables);
        openItems = Copies.of(openItems);
    }

    /// What becomes of an open item.
    public enum OpenItemKind {
        @JsonProperty("deliverable to finish")
        DELIVERABLE_TO_FINISH,
        @JsonProperty("change request")
        CHANGE_REQUEST
    }

    /// An acceptance criterion.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param measurable whether it names a state of operation that can be measured
    @RecordBuilder
    public record CriterionFact(String id, String text, boolean measurable) {}

    /// Something that is delivered.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param inCompletion whether what completion means speaks of it
    @RecordBuilder
    public record DeliverableFact(String id, String name, boolean inCompletion) {}

    /// Something that is still open at acceptance.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param kind what becomes of it
    /// @param owner the person or role that owns it
    /// @param due the day by which it is done
    @RecordBuilder
    public record OpenItemFact(
            String id,
            String text,
            @Nullable OpenItemKind kind,
            @Nullable String owner,
            @Nullable LocalDate due) {}
}
