package org.fram.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.review.Coverage.Said;
import org.fram.review.Coverage.Standing;
import tools.jackson.core.type.TypeReference;

/// Says which topics a single statement covers, and how well.
///
/// A statement covers a topic when its own words are about it, not merely mention it. Where the words say little, what
/// stands above has to say it clearly. What is left out in so many words is covered by a weaker word.
final class CoverageJudge {

    private static final double ABOUT = TopicWeights.of("about");
    private static final double NEAR_THE_TOP = TopicWeights.of("nearTheTop");
    private static final double TOUCHED = TopicWeights.of("touched");
    private static final double UNDER_ITS_HEADING = TopicWeights.of("underItsHeading");
    private static final double ITS_TOPIC = TopicWeights.of("itsTopic");
    private static final double CLEARLY = TopicWeights.of("clearly");
    private static final double LEFT_OUT = TopicWeights.of("leftOut");
    private static final double PROMISES_NOTHING = TopicWeights.of("promisesNothing");
    private static final int WORDS_OF_AN_EMPTY_PHRASE = 18;
    private static final int WORDS_BESIDE_A_BLANK = 7;
    private static final int WORDS_OF_A_LINE = 4;

    private enum Sign {
        EXCLUSION,
        EMPTY,
        BLANK
    }

    private record Signs(List<String> exclusions, List<String> empty, List<String> blank) {}

    private final Phrasebook<Sign> signs = new Phrasebook<>();

    CoverageJudge() {
        var file = Library.yaml("review/coverage.yaml", new TypeReference<Signs>() {});
        file.exclusions().forEach(phrase -> signs.add(phrase, Sign.EXCLUSION));
        file.empty().forEach(phrase -> signs.add(phrase, Sign.EMPTY));
        file.blank().forEach(phrase -> signs.add(phrase, Sign.BLANK));
    }

    /// The topics that a statement covers, with a strength to compare statements by.
    Map<String, Double> covers(Said said) {
        var statement = said.statement();
        var words = Words.of(statement.quote());
        if (said.standing() == Standing.ASIDE || isTitle(said, words)) {
            return Map.of();
        }
        var found = signs.find(words);
        boolean exclusion = found.stream().anyMatch(match -> match.meaning() == Sign.EXCLUSION);
        if (!exclusion && saysNothing(said, words, found)) {
            return Map.of();
        }
        var ranked = said.topics();
        boolean promise = said.standing() == Standing.OBLIGATION;
        double top = ranked.isEmpty() ? 0 : ranked.getFirst().score();
        double trust = promise ? 1 : PROMISES_NOTHING;
        var covered = new HashMap<String, Double>();
        double next = ranked.size() < 2 ? 0 : ranked.get(1).score();
        for (var topic : ranked) {
            boolean itsTopic = promise && topic.score() == top && top >= ITS_TOPIC && top - next >= CLEARLY;
            boolean about = topic.said() * trust >= ABOUT && topic.score() >= NEAR_THE_TOP * top;
            boolean underItsHeading =
                    topic.score() == top && topic.said() >= TOUCHED && topic.score() * trust >= UNDER_ITS_HEADING;
            boolean leftOut = exclusion && topic.said() >= LEFT_OUT;
            if (about || underItsHeading || itsTopic || leftOut) {
                covered.put(topic.topic(), topic.score() * trust);
            }
        }
        return covered;
    }

    /// Whether it is a name for what follows rather than something said; slides say much in short lines.
    private static boolean isTitle(Said said, Words words) {
        return said.standing() != Standing.OBLIGATION
                && said.statement().form() == Statement.Form.LABEL
                && words.size() < WORDS_OF_A_LINE;
    }

    /// Whether a statement is a blank to be filled in, or a phrase in which nothing can be checked.
    private static boolean saysNothing(Said said, Words words, List<Phrasebook.Match<Sign>> found) {
        boolean blank = said.statement().quote().matches(".*(\\[[^\\]]*\\]|_{3,}|<[^>]+>).*")
                || found.stream().anyMatch(match -> match.meaning() == Sign.BLANK);
        if (blank && words.size() <= WORDS_BESIDE_A_BLANK) {
            return true;
        }
        boolean figures = words.forms().stream().anyMatch(Words::number);
        boolean empty = found.stream().anyMatch(match -> match.meaning() == Sign.EMPTY);
        return empty && !figures && words.size() <= WORDS_OF_AN_EMPTY_PHRASE;
    }
}
