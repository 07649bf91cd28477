package org.fram.app.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What went wrong, as JSON.
///
/// Source: RFC 9457.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @JsonPropertyDescription("What kind of problem it is: urn:fram:problem: and a code.")
        String type,

        @JsonPropertyDescription("The same in words.") String title,

        @JsonPropertyDescription("The status of the answer.")
        int status,

        @JsonPropertyDescription("What is the matter here, and what to do.")
        String detail,

        @JsonPropertyDescription("Which values are refused, and why.") @Nullable
        List<Wrong> errors,

        @JsonPropertyDescription("How it is now, where somebody else was first.") @Nullable
        JsonNode current) {

    /// The media type.
    static final String MEDIA_TYPE = "application/problem+json";

    /// A value that is refused.
    public record Wrong(
            @JsonPropertyDescription("Where it stands in what was sent: a JSON pointer as part of an address.")
            String pointer,

            @JsonPropertyDescription("What is wrong with it.")
            String detail) {}

    Problem with(List<Wrong> wrong) {
        return new Problem(type, title, status, detail, List.copyOf(wrong), current);
    }

    Problem with(JsonNode now) {
        return new Problem(type, title, status, detail, errors, now);
    }
}
