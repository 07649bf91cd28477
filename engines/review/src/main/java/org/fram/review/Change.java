package org.fram.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What became of one thing from the old version of a document to the new one.
///
/// @param <T> what is compared: obligations, measures, findings
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Added.class, name = "added"),
    @JsonSubTypes.Type(value = Change.Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = Change.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Change.Kept.class, name = "kept")
})
public sealed interface Change<T> {

    /// Only the new version has it.
    record Added<T>(T after) implements Change<T> {}

    /// Only the old version has it.
    record Dropped<T>(T before) implements Change<T> {}

    /// Both have it, and it differs.
    ///
    /// @param differences at least one
    /// @param words the old text and the new one, word by word; empty where the texts are the same
    record Changed<T>(T before, T after, List<Difference> differences, List<WordRun> words) implements Change<T> {
        public Changed {
            differences = List.copyOf(differences);
            words = List.copyOf(words);
        }
    }

    /// Both have it as it was, though maybe at another place.
    record Kept<T>(T before, T after) implements Change<T> {}
}
