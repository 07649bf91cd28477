package org.fram.app.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// A token, to whoever shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenJson(
        @JsonPropertyDescription("The person as whom the program acts.")
        UUID person,

        @JsonPropertyDescription("The token’s name.") String name,
        @JsonPropertyDescription("read, write or both") List<String> scopes,

        @JsonPropertyDescription(
                "The engagements for which it is good; absent where it is good for all of the person’s.")
        @Nullable
        List<UUID> engagements,

        @JsonPropertyDescription("When it stops being good.")
        Instant expires) {

    static TokenJson of(ApiToken token) {
        var engagements = token.engagements();
        return new TokenJson(
                token.person().value(),
                token.name(),
                token.scopes().stream().map(Code::code).sorted().toList(),
                engagements == null
                        ? null
                        : engagements.stream().map(one -> one.value()).sorted().toList(),
                token.expires());
    }
}
