package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What the words of a text say about topics.
///
/// A phrase weighs by what `library/topics.yaml` calls it, and by how many words it has. Inside of a longer phrase
/// ("training" in "training environment") it hardly counts, and where it only says when ("two weeks before cutover")
/// it counts little. Phrases of one topic add up with diminishing returns.
final class TopicWords {

    private static final double DECIDES = TopicWeights.of("decides");
    private static final double SUGGESTS = TopicWeights.of("suggests");
    private static final double HINTS = TopicWeights.of("hints");
    private static final double LONGER = TopicWeights.of("longer");
    private static final double HIDDEN = TopicWeights.of("hidden");
    private static final double FURTHER = TopicWeights.of("further");
    private static final double MOST = TopicWeights.of("most");
    private static final double WHEN = TopicWeights.of("when");
    private static final double MEANWHILE = TopicWeights.of("meanwhile");
    private static final double AT_THE_END = TopicWeights.of("atTheEnd");
    private static final double DENIED = TopicWeights.of("denied");

    private static final Set<String> BEFORE_OR_AFTER = Set.of(
            "before", "after", "until", "till", "following", "since", "upon", "prior", "preceding", "once", "when");
    private static final Set<String> DURING = Set.of("at", "during", "on", "by", "from", "through", "throughout");
    private static final Set<String> BETWEEN = Set.of(
            "the",
            "a",
            "an",
            "each",
            "any",
            "every",
            "all",
            "to",
            "of",
            "it",
            "its",
            "their",
            "his",
            "her",
            "our",
            "your",
            "this",
            "that",
            "final",
            "first",
            "last",
            "successful",
            "complet",
            "completion",
            "end",
            "start",
            "beginning",
            "date");

    private enum Weight {
        DECIDES,
        SUGGESTS,
        HINTS,
        AGAINST
    }

    private record Meaning(int topic, Weight weight) {}

    private record Weighted(Phrasebook.Match<Meaning> match, double weight) {}

    private final int topics;
    private final Phrasebook<Meaning> phrasebook = new Phrasebook<>();

    TopicWords(Topics topics) {
        this.topics = topics.size();
        for (int topic = 0; topic < topics.size(); topic++) {
            var phrases = topics.all().get(topic).phrases();
            add(phrases.decides(), new Meaning(topic, Weight.DECIDES));
            add(phrases.suggests(), new Meaning(topic, Weight.SUGGESTS));
            add(phrases.hints(), new Meaning(topic, Weight.HINTS));
            add(phrases.against(), new Meaning(topic, Weight.AGAINST));
        }
    }

    private void add(List<String> phrases, Meaning meaning) {
        for (String phrase : phrases) {
            phrasebook.add(phrase, meaning);
        }
    }

    /// The weight of each topic in a text, as many as there are topics and in their order; below 0 where a phrase says
    /// that the text is not about it, and nothing that it is.
    double[] in(String text) {
        return weigh(Words.of(text), false);
    }

    /// The same for a heading, in which a hint already says what follows.
    double[] inHeading(String text) {
        return weigh(Words.of(text), true);
    }

    private double[] weigh(Words words, boolean heading) {
        var matches = phrasebook.find(words);
        var byTopic = new ArrayList<List<Weighted>>();
        for (int topic = 0; topic < topics; topic++) {
            byTopic.add(new ArrayList<>());
        }
        for (var match : matches) {
            double weight = weight(match, matches, words, heading);
            if (weight > 0) {
                byTopic.get(match.meaning().topic()).add(new Weighted(match, weight));
            }
        }
        var weights = byTopic.stream().mapToDouble(TopicWords::sum).toArray();
        for (var match : matches) {
            int topic = match.meaning().topic();
            if (!heading && match.meaning().weight() == Weight.AGAINST && weights[topic] == 0) {
                weights[topic] = DENIED;
            }
        }
        return weights;
    }

    private static double weight(
            Phrasebook.Match<Meaning> match, List<Phrasebook.Match<Meaning>> all, Words words, boolean heading) {
        double weight = switch (match.meaning().weight()) {
            case DECIDES -> DECIDES + LONGER * Math.min(2, match.length() - 1);
            case SUGGESTS -> heading ? DECIDES : SUGGESTS;
            case HINTS -> heading ? SUGGESTS : HINTS;
            case AGAINST -> 0;
        };
        boolean hidden = false;
        for (var other : all) {
            boolean denies = other.meaning().weight() == Weight.AGAINST;
            if (denies
                    && other.meaning().topic() == match.meaning().topic()
                    && other.positions().intersects(match.positions())) {
                return 0;
            }
            hidden |= !denies && other.meaning().topic() != match.meaning().topic() && match.isInside(other);
        }
        if (hidden) {
            weight *= HIDDEN;
        }
        if (heading) {
            return weight;
        }
        double progress = words.size() < 2 ? 0 : (double) match.start() / (words.size() - 1);
        return weight * timing(match.start(), words) * (1 - (1 - AT_THE_END) * progress);
    }

    /// 1 where a phrase is what the text is about, less where it only says when something else happens.
    private static double timing(int start, Words words) {
        for (int i = start - 1; i >= Math.max(0, start - 4); i--) {
            String form = words.forms().get(i);
            if (BEFORE_OR_AFTER.contains(form)) {
                return WHEN;
            }
            if (DURING.contains(form)) {
                return MEANWHILE;
            }
            if (!BETWEEN.contains(form) && !words.isNumber(i)) {
                return 1;
            }
        }
        return 1;
    }

    /// Sums up what phrases with different words say; the strongest counts in full.
    private static double sum(List<Weighted> matches) {
        var sorted = new ArrayList<>(matches);
        sorted.sort((a, b) -> Double.compare(b.weight(), a.weight()));
        var taken = new ArrayList<Weighted>();
        double sum = 0;
        for (var match : sorted) {
            boolean told = taken.stream()
                    .anyMatch(other ->
                            other.match().positions().intersects(match.match().positions()));
            if (!told) {
                sum += taken.isEmpty() ? match.weight() : FURTHER * match.weight();
                taken.add(match);
            }
        }
        return taken.isEmpty() ? 0 : Math.min(sum, MOST * taken.getFirst().weight());
    }

    static double[] plus(double[] sum, double factor, double[] more) {
        var result = Arrays.copyOf(sum, sum.length);
        for (int i = 0; i < result.length; i++) {
            result[i] += factor * more[i];
        }
        return result;
    }
}
