package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fram.review.Coverage.Standing.ASIDE;
import static org.fram.review.Coverage.Standing.OBLIGATION;
import static org.fram.review.Coverage.Standing.STATEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fram.review.Coverage.Said;
import org.fram.review.Coverage.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    private static final Topics TOPICS = Topics.load();
    private static final TopicClassifier CLASSIFIER = new TopicClassifier(TOPICS);

    /// A few promises of one small project.
    private static final List<Said> PROJECT = List.of(
            promise("The Supplier installs two session border controllers in the Leith computer room."),
            promise("Saltire tests every call flow with the scripts of Appendix C."),
            promise("Saltire invoices monthly; invoices are payable within 45 days."),
            promise("The Council appoints a project manager for four days a week."),
            promise("Each administrator attends a two-day training course."));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "test-load;          Saltire runs a load test with 600 simultaneous calls.",
                "rollback;           If the checks fail by 04:00, calls are routed back and the team reverts to the old switch.",
                "test-uat;           Twelve caseworkers carry out user acceptance testing over two weeks.",
                "risk-management;    The risk register is reviewed each Thursday and each risk has an owner.",
                "number-porting;     Sixty direct dial numbers are ported by the losing carrier on 4 May."
            })
    void aPromiseCovers(String topic, String quote) {
        assertThat(covered(promise(quote))).contains(topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "desktop-equipment;  Headsets and computers are excluded.",
                "number-porting;     No telephone numbers are ported in this project.",
                "hardware;           Hardware is not part of this order.",
                "travel-expenses;    Travel costs are not included."
            })
    void whatIsLeftOutInSoManyWordsIsCovered(String topic, String quote) {
        assertThat(covered(said(quote, STATEMENT))).contains(topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "risk-management;    Risks will be handled in a proactive manner.",
                "travel-expenses;    Travel expenses: TBD",
                "onsite-presence;    Engineers on site: [DAYS] days",
                "optimization;       We will optimize the platform as needed.",
                "knowledge-transfer; Knowledge will be transferred throughout the project."
            })
    void anEmptyPhraseOrABlankCoversNothing(String topic, String quote) {
        assertThat(covered(promise(quote))).doesNotContain(topic);
    }

    @Test
    void historyAndDefinitionsCoverNothing() {
        var history = said("In 2019 a load test showed that 300 calls can be held.", ASIDE);

        assertThat(covered(history)).isEmpty();
    }

    @Test
    void aMereMentionDoesNotCover() {
        assertThat(covered(promise("The carrier provides forty SIP trunks two weeks before the load test.")))
                .contains("network-services")
                .doesNotContain("test-load");
    }

    @Test
    void aTableOfPricesCoversThePrice() {
        var structure = new Structure(true, false, false, false, false);

        assertThat(Coverage.of(PROJECT, structure, TOPICS).covered()).contains("pricing");
        assertThat(Coverage.of(PROJECT, Structure.UNKNOWN, TOPICS).missing()).contains("pricing");
    }

    @Test
    void eachTopicIsEitherCoveredOrMissing() {
        var coverage = Coverage.of(PROJECT, Structure.UNKNOWN, TOPICS);
        var both = new ArrayList<>(coverage.covered());
        both.addAll(coverage.missing());

        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(
                        TOPICS.all().stream().map(Topic::id).toList());
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() {
        var random = new Random(20_261_122);
        var expected = Coverage.of(PROJECT, Structure.UNKNOWN, TOPICS).covered();
        for (int i = 0; i < 20; i++) {
            var shuffled = new ArrayList<>(PROJECT);
            java.util.Collections.shuffle(shuffled, random);

            assertThat(Coverage.of(shuffled, Structure.UNKNOWN, TOPICS).covered())
                    .isEqualTo(expected);
        }
    }

    @Test
    void sayingMoreNeverUncoversATopic() {
        var said = new ArrayList<Said>();
        List<String> before = List.of();
        for (var promise : PROJECT) {
            said.add(promise);
            var after = Coverage.of(said, Structure.UNKNOWN, TOPICS).covered();

            assertThat(after).containsAll(before);
            before = after;
        }
    }

    private static Said promise(String quote) {
        return said(quote, OBLIGATION);
    }

    private static Said said(String quote, Coverage.Standing standing) {
        var statement = Saying.sentence(quote);
        return new Said(statement, standing, false, CLASSIFIER.rank(statement));
    }

    private static List<String> covered(Said said) {
        return Coverage.of(List.of(said), Structure.UNKNOWN, TOPICS).covered();
    }
}
