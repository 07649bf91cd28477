package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.sow.Obligation;
import org.fram.facts.ActivityArea;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;

/// A promise of a statement of work, and what people decided about it.
record ObligationJson(
        UUID id,
        @JsonPropertyDescription("How often it was stored.") int version,

        @JsonPropertyDescription("As people see its number, such as O-007.")
        String code,

        Obligation.State state,
        @JsonPropertyDescription("What is promised.") String text,

        @JsonPropertyDescription("The heading above it; may be empty.")
        String section,

        @JsonPropertyDescription("The party that answers for it; absent while nobody does.") @Nullable
        String accountable,

        @JsonPropertyDescription("The parties that do it.") List<String> responsible,

        @JsonPropertyDescription("Letters by party, where a table of the document has them.")
        Map<String, String> raci,

        ObligationKind kind,

        @JsonPropertyDescription("An id of the list of topics.")
        String topic,

        @JsonPropertyDescription("The kind of work; absent where it is none.") @Nullable
        ActivityArea area,

        @JsonPropertyDescription("When, in words.") @Nullable
        String due,

        @JsonPropertyDescription("How much, in words.") @Nullable
        String quantity,

        @JsonPropertyDescription("For how much money, in words.") @Nullable
        String amount,

        @JsonPropertyDescription("Who is to look at it.") @Nullable
        UUID assignedTo,

        @JsonPropertyDescription("Why it was dropped.") @Nullable
        String dropReason,

        @JsonPropertyDescription("What it was merged into or split from.") @Nullable
        UUID partOf,

        @JsonPropertyDescription("Whether a later version asks people to decide anew.")
        boolean asksAgain) {

    static ObligationJson of(Obligation obligation) {
        var promise = obligation.promise();
        var person = obligation.assignedTo();
        var whole = obligation.partOf();
        return new ObligationJson(
                obligation.id().value(),
                obligation.version(),
                obligation.code(),
                obligation.state(),
                promise.text(),
                promise.section(),
                promise.accountable(),
                promise.responsible(),
                promise.raci(),
                promise.kind(),
                promise.topic(),
                promise.area(),
                promise.due(),
                promise.quantity(),
                promise.amount(),
                person == null ? null : person.value(),
                obligation.dropReason(),
                whole == null ? null : whole.value(),
                obligation.question().isPresent());
    }
}
