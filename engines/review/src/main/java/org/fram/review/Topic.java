package org.fram.review;

import java.util.List;
import java.util.Map;
import org.fram.facts.ActivityArea;
import org.fram.facts.EngagementKind;
import org.jspecify.annotations.Nullable;

/// Something that a statement of work can be about.
///
/// @param id stable; reviews, gold labels and practices quote it
/// @param title in plain words
/// @param area groups topics in pictures
/// @param covers what has to be said for the topic to count as covered
/// @param ask what to ask the other side for when it is missing
/// @param work the kind of work that it is about, or null where it is none
/// @param asks practices that fire where it is missing; a kind that is not there does not ask for it
/// @param gathers whether its sections hold statements of all topics, so that their headings say little of them
/// @param phrases how texts speak of it
/// @param prototypes sentences about it
public record Topic(
        String id,
        String title,
        String area,
        String covers,
        String ask,
        @Nullable ActivityArea work,
        Map<EngagementKind, List<String>> asks,
        boolean gathers,
        Phrases phrases,
        List<String> prototypes) {

    public Topic {
        asks = Map.copyOf(asks);
        prototypes = List.copyOf(prototypes);
    }

    /// The practices that ask for the topic in such an engagement.
    public List<String> askedBy(EngagementKind kind) {
        return asks.getOrDefault(kind, List.of());
    }

    /// Phrases by how much they say, written as `library/topics.yaml` explains.
    ///
    /// @param decides settle the topic by themselves
    /// @param suggests point to it and can be outvoted
    /// @param hints count when nothing better is said
    /// @param against in which the others mean something else
    public record Phrases(List<String> decides, List<String> suggests, List<String> hints, List<String> against) {
        public Phrases {
            decides = List.copyOf(decides);
            suggests = List.copyOf(suggests);
            hints = List.copyOf(hints);
            against = List.copyOf(against);
        }
    }
}
