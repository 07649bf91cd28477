package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.Locale;
import org.fram.rules.Finding;
import org.jspecify.annotations.Nullable;

/// Something that a practice found; fields as in the findings format.
record FindingJson(
        @JsonPropertyDescription("Id of the practice.") String practice,

        @JsonPropertyDescription("What is the matter where it fires.")
        String title,

        @JsonPropertyDescription("blocker, warning or information")
        String severity,

        @JsonPropertyDescription("Id or name of the item; absent where it is about the whole.") @Nullable
        String item,

        @JsonPropertyDescription("Path of the list that the item is in.") @Nullable
        String list,

        @JsonPropertyDescription("What was seen.") String message,
        @JsonPropertyDescription("What to do.") @Nullable String fix,

        @JsonPropertyDescription("Somebody with authority lives with it.") @Nullable
        WaiverJson waiver) {

    /// That somebody lives with a finding.
    record WaiverJson(
            @JsonPropertyDescription("Who does.") String by,
            @JsonPropertyDescription("What entitles them.") String authority,
            String reason,

            @JsonPropertyDescription("The last day on which it holds.")
            LocalDate until) {}

    static FindingJson of(Finding finding) {
        var waiver = finding.waiver();
        return new FindingJson(
                finding.practice(),
                finding.title(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.item().isEmpty() ? null : finding.item(),
                finding.list(),
                finding.message(),
                finding.fix(),
                waiver == null
                        ? null
                        : new WaiverJson(waiver.by(), waiver.authority(), waiver.reason(), waiver.until()));
    }
}
