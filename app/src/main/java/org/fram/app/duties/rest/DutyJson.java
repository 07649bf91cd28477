package org.fram.app.duties.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.fram.app.duties.DutyLine;
import org.jspecify.annotations.Nullable;

/// Something that the person answers for.
record DutyJson(
        @JsonPropertyDescription("The same as long as it is the same thing.")
        String key,

        @JsonPropertyDescription("Its number, as people know it.")
        String ref,

        String text,

        @JsonPropertyDescription("The page that shows it, below the address of the engagement.")
        String path,

        @JsonPropertyDescription("Whether the person takes it on, objects, or has said nothing to these words yet.")
        DutyLine.Standing standing,

        @JsonPropertyDescription("What speaks against it; may be empty.")
        String objection,

        @JsonPropertyDescription("When the person said so.") @Nullable
        Instant given) {

    static DutyJson of(DutyLine line) {
        return new DutyJson(
                line.duty().key(),
                line.duty().ref(),
                line.duty().text(),
                line.duty().path(),
                line.standing(),
                line.objection(),
                line.given());
    }
}
