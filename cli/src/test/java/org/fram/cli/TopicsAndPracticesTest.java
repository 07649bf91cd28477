package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fram.facts.EngagementKind;
import org.fram.review.Topics;
import org.fram.rules.Catalogue;
import org.fram.rules.Practice;
import org.junit.jupiter.api.Test;

/// Topics name practices, and practices ask for topics: neither speaks past the other.
class TopicsAndPracticesTest {

    private static final Catalogue PRACTICES = Catalogue.standard();

    /// A topic that is missing makes these practices fire, in an engagement of this kind.
    private record Asking(String topic, EngagementKind kind, String practice) {}

    private static final List<Asking> ASKING = Topics.load().all().stream()
            .flatMap(topic -> Arrays.stream(EngagementKind.values())
                    .flatMap(kind ->
                            topic.askedBy(kind).stream().map(practice -> new Asking(topic.id(), kind, practice))))
            .toList();

    @Test
    void aTopicIsAskedForByPracticesThatAreForThatKindOfEngagement() {
        assertThat(ASKING)
                .isNotEmpty()
                .allSatisfy(asking ->
                        assertThat(PRACTICES.known(asking.practice()).applies()).contains(asking.kind()));
    }

    @Test
    void aPracticeFiresForTheTopicsThatNameIt() {
        assertThat(ASKING)
                .allSatisfy(asking -> assertThat(looksAtTopics(PRACTICES.known(asking.practice())))
                        .isTrue());
    }

    /// Otherwise the check could never fire, whatever a document is silent about.
    @Test
    void aPracticeThatLooksAtTopicsIsNamedByOne() {
        var looking = practices().filter(TopicsAndPracticesTest::looksAtTopics).map(Practice::id);

        assertThat(looking)
                .isSubsetOf(new TreeSet<>(ASKING.stream().map(Asking::practice).toList()));
    }

    private static Stream<Practice> practices() {
        return PRACTICES.packs().stream().flatMap(pack -> pack.practices().stream());
    }

    private static boolean looksAtTopics(Practice practice) {
        var asked = "'%s' in t.askedBy".formatted(practice.id());
        return practice.checks().stream().anyMatch(check -> (check.items() + check.when()).contains(asked));
    }
}
