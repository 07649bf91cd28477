package org.fram.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.review.Phrase.Form;

/// Many phrases, each with a meaning, found in a text in one pass.
///
/// @param <M> what a phrase means
final class Phrasebook<M> {

    /// A phrase found in a text.
    ///
    /// @param positions of its words in the text
    record Match<M>(M meaning, BitSet positions) {

        int start() {
            return positions.nextSetBit(0);
        }

        int length() {
            return positions.cardinality();
        }

        /// Whether the other has all words of this one and more.
        boolean isInside(Match<M> other) {
            if (other.length() <= length()) {
                return false;
            }
            var common = (BitSet) positions.clone();
            common.and(other.positions());
            return common.cardinality() == length();
        }
    }

    private record Entry<M>(Phrase phrase, M meaning) {}

    /// Phrases by the stem, form or first letters of their first word; the few that begin with a number apart.
    private final Map<String, List<Entry<M>>> byStem = new HashMap<>();
    private final Map<String, List<Entry<M>>> byForm = new HashMap<>();
    private final Map<String, List<Entry<M>>> byPrefix = new HashMap<>();
    private final List<Entry<M>> others = new ArrayList<>();

    /// Adds a phrase, written as [Phrase] says.
    void add(String text, M meaning) {
        for (var phrase : Phrase.parse(text)) {
            var entry = new Entry<>(phrase, meaning);
            for (var form : phrase.parts().getFirst().alternatives()) {
                switch (form) {
                    case Form.Stem(var stem) ->
                        byStem.computeIfAbsent(stem, _ -> new ArrayList<>()).add(entry);
                    case Form.Exact(var exact) ->
                        byForm.computeIfAbsent(exact, _ -> new ArrayList<>()).add(entry);
                    case Form.Prefix(var prefix) ->
                        byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(entry);
                    case Form.AnyNumber() -> addOther(entry);
                    case Form.Percent() -> addOther(entry);
                }
            }
        }
    }

    private void addOther(Entry<M> entry) {
        if (!others.contains(entry)) {
            others.add(entry);
        }
    }

    /// All places of all phrases, in reading order.
    List<Match<M>> find(Words words) {
        var matches = new ArrayList<Match<M>>();
        for (int position = 0; position < words.size(); position++) {
            String form = words.forms().get(position);
            collect(byStem.getOrDefault(words.stems().get(position), List.of()), words, position, matches);
            collect(byForm.getOrDefault(form, List.of()), words, position, matches);
            for (int length = 2; length <= form.length(); length++) {
                collect(byPrefix.getOrDefault(form.substring(0, length), List.of()), words, position, matches);
            }
            collect(others, words, position, matches);
        }
        return matches;
    }

    private void collect(List<Entry<M>> entries, Words words, int position, List<Match<M>> matches) {
        for (var entry : entries) {
            var positions = entry.phrase().at(words, position);
            if (positions != null) {
                matches.add(new Match<>(entry.meaning(), positions));
            }
        }
    }
}
