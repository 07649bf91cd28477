package org.fram.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.fram.facts.EngagementKind;
import org.fram.review.Topics;
import org.junit.jupiter.api.Test;

class PracticeTitlesTest {

    @Test
    void everyPracticeThatAsksForATopicHasATitle() {
        for (var topic : Topics.load().all()) {
            for (var kind : EngagementKind.values()) {
                assertThat(topic.askedBy(kind).keySet())
                        .allSatisfy(practice -> assertThat(PracticeTitles.of(practice))
                                .as(practice)
                                .isNotEmpty());
            }
        }
    }

    @Test
    void whatIsNotKnownHasNone() {
        assertThat(PracticeTitles.of("OWN-1")).isEmpty();
    }
}
