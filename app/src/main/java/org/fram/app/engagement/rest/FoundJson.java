package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.fram.app.engagement.Searching;
import org.fram.app.platform.texts.Texts;

/// What a search found of one kind.
record FoundJson(
        @JsonPropertyDescription("What they are, in words.") String kind,

        @JsonPropertyDescription("The best first, at most eight.")
        List<HitJson> hits,

        @JsonPropertyDescription("Whether there are more of them.")
        boolean more) {

    /// Something that was found.
    record HitJson(
            @JsonPropertyDescription("As people call it, or empty.")
            String name,

            @JsonPropertyDescription("What it is, in its words.")
            String text,

            @JsonPropertyDescription("The path of its page, below that of the engagement.")
            String path) {}

    static FoundJson of(Texts texts, Searching.Group group) {
        return new FoundJson(
                texts.of(group.kind()),
                group.hits().stream()
                        .map(hit -> new HitJson(hit.name(), hit.text(), hit.path()))
                        .toList(),
                !group.all().isEmpty());
    }
}
