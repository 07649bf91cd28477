package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fram.facts.EngagementKind;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Topics TOPICS = Topics.load();

    /// The ids of the review format, in its order.
    private static final List<String> FORMAT = List.of(
            ("scope requirements-design configuration development integration hardware network-services number-porting licences "
                            + "environments data-migration training training-environment test-functional test-integration "
                            + "test-load test-failover test-network-assessment test-uat test-data-numbers cutover "
                            + "onsite-presence rollout-phases rollback acceptance transition-to-support "
                            + "post-implementation-support optimization knowledge-transfer project-management "
                            + "governance-contacts change-control change-authority assumptions pricing billing-payment "
                            + "travel-expenses term-termination warranty liability-insurance compliance-security "
                            + "confidentiality kpi-targets risk-reward forecasting volume-contingency reporting reviews-qbr "
                            + "desktop-equipment redundancy software-updates roles-raci stakeholder-communication "
                            + "risk-management buyer-duties")
                    .split(" "));

    @Test
    void areThoseOfTheReviewFormat() {
        assertThat(TOPICS.all()).extracting(Topic::id).containsExactlyElementsOf(FORMAT);
    }

    @Test
    void eachSaysWhatCoversItAndWhatToAskFor() {
        for (var topic : TOPICS.all()) {
            assertThat(topic.title()).as(topic.id()).isNotBlank();
            assertThat(topic.covers()).as(topic.id()).endsWith(".");
            assertThat(topic.ask()).as(topic.id()).endsWith(".");
            assertThat(TOPICS.areaTitle(topic.area())).as(topic.id()).isNotEqualTo(topic.area());
            assertThat(topic.phrases().decides()).as(topic.id()).isNotEmpty();
        }
    }

    @Test
    void eachIsAskedForByAPracticeOfTheCatalogue() {
        for (var topic : TOPICS.all()) {
            var practices = new ArrayList<String>();
            for (var kind : EngagementKind.values()) {
                practices.addAll(topic.askedBy(kind));
            }
            assertThat(practices).as(topic.id()).isNotEmpty().allMatch(id -> id.matches("[A-Z]{2,4}-\\d{2}[a-c]?"));
        }
    }

    @Test
    void noPhraseSaysTwoThingsOfOneTopic() {
        for (var topic : TOPICS.all()) {
            var phrases = new ArrayList<>(topic.phrases().decides());
            phrases.addAll(topic.phrases().suggests());
            phrases.addAll(topic.phrases().hints());
            phrases.addAll(topic.phrases().against());

            assertThat(phrases).as(topic.id()).doesNotHaveDuplicates();
        }
    }

    @Test
    void anUnknownTopicIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> TOPICS.topic("weather"))
                .hasMessageContaining("weather")
                .hasMessageContaining("cutover");
    }
}
