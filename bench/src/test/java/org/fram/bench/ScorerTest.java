package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fram.bench.Score.Found;
import org.fram.bench.Score.Right;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules of scoring, each with figures counted by hand.
class ScorerTest {

    private static final String PARTIES = """
            "parties": [
              {"name": "Kestrel Bank", "aliases": ["Kestrel", "the Bank"], "side": "buyer"},
              {"name": "Orrin Voice Systems", "aliases": ["Orrin", "we"], "side": "vendor"}]""";

    @TempDir
    private Path folder = Path.of("");

    private Labels labels(String fields) throws Exception {
        var file = folder.resolve("sample.gold.json");
        Files.writeString(file, "{\"document\": \"sample.txt\", " + PARTIES + ", " + fields + "}");
        return Labels.read(file);
    }

    private static String obligation(String id, String quote, String accountable, String more) {
        return """
                {"id": "%s", "quote": "%s", "accountable": %s, "kind": "service", "topic": "training"%s}""".formatted(id, quote, accountable, more);
    }

    private static String orrin(String id, String quote) {
        return obligation(id, quote, "\"Orrin Voice Systems\"", "");
    }

    private static Tally obligations(Score score) {
        return score.found().getOrDefault(Found.OBLIGATIONS, Tally.NONE);
    }

    private static Share share(Score score, Right right) {
        return score.right().getOrDefault(right, Share.NONE);
    }

    @Test
    void anObligationIsFoundWhenAtLeastSixtyPercentOfAllWordsAreShared() throws Exception {
        var labels = labels("\"obligations\": [" + orrin("1", "one two three four five six seven eight") + "]");

        // 6 of 10 words, and 5 of 11.
        var enough = Scorer.score(
                labels,
                new Draft()
                        .obligation("One, two, three: four five six nine ten", null)
                        .review());
        var tooFew = Scorer.score(
                labels,
                new Draft()
                        .obligation("one two three four five nine ten eleven", null)
                        .review());

        assertThat(obligations(enough)).isEqualTo(new Tally(1, 0, 0));
        assertThat(obligations(tooFew)).isEqualTo(new Tally(0, 1, 1));
    }

    @Test
    void theBestPairGoesFirstSoThatALooseOneDoesNotTakeItsPlace() throws Exception {
        var labels = labels("\"obligations\": ["
                + orrin("1", "Orrin trains all agents in Leeds")
                + ","
                + orrin("2", "Orrin trains all agents in Bristol")
                + "]");
        var review = new Draft()
                .obligation("Orrin trains all agents in Bristol", "Orrin")
                .review();

        var score = Scorer.score(labels, review);

        assertThat(obligations(score)).isEqualTo(new Tally(1, 1, 0));
        assertThat(score.errors()).extracting(Score.Disagreement::text).anyMatch(text -> text.contains("Leeds"));
    }

    @Test
    void aSecondCopyIsFalseUnlessTheLabelsRepeatTheQuote() throws Exception {
        var quote = "Orrin keeps a list of open points";
        var twice = new Draft()
                .obligation(quote, "Orrin")
                .obligation(quote, "Orrin")
                .review();

        var once = Scorer.score(labels("\"obligations\": [" + orrin("1", quote) + "]"), twice);
        var repeated =
                Scorer.score(labels("\"obligations\": [" + orrin("1", quote) + "," + orrin("2", quote) + "]"), twice);

        assertThat(obligations(once)).isEqualTo(new Tally(1, 0, 1));
        assertThat(once.errors()).extracting(Score.Disagreement::what).contains("false obligation (a copy)");
        assertThat(obligations(repeated)).isEqualTo(new Tally(2, 0, 0));
    }

    @Test
    void anOptionalObligationIsNeitherMissedNorFalse() throws Exception {
        var labels = labels("\"obligations\": ["
                + orrin("1", "Orrin tests each route before the cutover")
                + ","
                + obligation("2", "Agents are to be polite to callers", "null", ", \"optional\": true")
                + "]");

        var without = Scorer.score(
                labels,
                new Draft()
                        .obligation("Orrin tests each route before the cutover", "Orrin")
                        .review());
        var with = Scorer.score(
                labels,
                new Draft()
                        .obligation("Orrin tests each route before the cutover", "Orrin")
                        .obligation("Agents are to be polite to callers", null)
                        .review());

        assertThat(obligations(without)).isEqualTo(new Tally(1, 0, 0));
        assertThat(obligations(with)).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void aRowOfKpisCountsNeitherWayAndIsCountedApart() throws Exception {
        var row = "Answered in time | 80 percent in 20 seconds | monthly";
        var labels = labels(
                "\"obligations\": [" + orrin("1", "Orrin sends a report each month")
                        + ", {\"id\": \"2\", \"quote\": \"" + row
                        + "\", \"accountable\": null, \"kind\": \"service\", \"topic\": \"kpi-targets\"}],"
                        + "\"kpis\": [{\"name\": \"Answered in time\", \"target\": \"80 percent\", \"quote\": \"" + row
                        + "\"}, {\"name\": \"Handled\", \"target\": \"9\", \"quote\": \"Handled at first contact | 9 of 10\"}]");
        var report = new Draft().obligation("Orrin sends a report each month", "Orrin");

        var without = Scorer.score(labels, report.review());
        var with = Scorer.score(
                labels,
                report.obligation(row, null)
                        .obligation("Handled at first contact | 9 of 10", null)
                        .review());

        assertThat(obligations(without)).isEqualTo(new Tally(1, 0, 0));
        assertThat(obligations(with)).isEqualTo(new Tally(1, 0, 0));
        assertThat(without.found()).containsEntry(Found.OBLIGATIONS_AND_KPI_ROWS, new Tally(1, 1, 0));
        assertThat(with.found()).containsEntry(Found.OBLIGATIONS_AND_KPI_ROWS, new Tally(2, 0, 1));
    }

    @Test
    void anObligationThatIsAKpiWithAnotherTopicCountsAsAnyOther() throws Exception {
        var quote = "Repairs are done within six hours of the call";
        var labels = labels("\"obligations\": [" + orrin("1", quote) + "],"
                + "\"kpis\": [{\"name\": \"Repairs\", \"target\": \"6 h\", \"quote\": \"" + quote + "\"}]");

        assertThat(obligations(Scorer.score(labels, new Draft().review()))).isEqualTo(new Tally(0, 1, 0));
        assertThat(obligations(
                        Scorer.score(labels, new Draft().obligation(quote, null).review())))
                .isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void aTornQuoteIsMatchedByItsFullSentence() throws Exception {
        var labels = labels("\"obligations\": ["
                + obligation(
                        "1",
                        "Orrin restores the",
                        "null",
                        ", \"full\": \"Orrin restores the service within four hours of a failure\"")
                + "]");

        var score = Scorer.score(
                labels,
                new Draft()
                        .obligation("Orrin restores the service within four hours of a failure", null)
                        .review());

        assertThat(obligations(score)).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void aPartyIsTheSameByAnyOfItsNamesWithoutCaseAndArticle() throws Exception {
        var labels = labels("\"obligations\": ["
                + orrin("1", "Ports are ordered in the first week")
                + ","
                + obligation("2", "Callers hear a notice on the last day", "\"Kestrel Bank\"", "")
                + ","
                + obligation("3", "Invoices are settled within thirty days", "\"Kestrel Bank\"", "")
                + ","
                + obligation("4", "Nobody in particular cleans the rooms", "null", "")
                + "]");
        var score = Scorer.score(
                labels,
                new Draft()
                        .party("Purchaser", Side.BUYER, "Kestrel")
                        .obligation("Ports are ordered in the first week", "We")
                        .obligation("Callers hear a notice on the last day", "the Purchaser")
                        .obligation("Invoices are settled within thirty days", "Orrin")
                        .obligation("Nobody in particular cleans the rooms", "Orrin")
                        .review());

        // By the labels' alias, by the review's own alias, wrong, and not counted as its label is nobody.
        assertThat(share(score, Right.ACCOUNTABLE)).isEqualTo(new Share(2, 3));
    }

    @Test
    void aSentenceLabelledOnceForEachPartyIsNotScoredByTheirOrder() throws Exception {
        var quote = "Both keep the plan, each its own part";
        var labels = labels("\"obligations\": ["
                + obligation("1", quote, "\"Kestrel Bank\"", "")
                + ","
                + obligation("2", quote, "\"Orrin Voice Systems\"", "")
                + "]");

        var score = Scorer.score(
                labels,
                new Draft()
                        .obligation(quote, "Orrin")
                        .obligation(quote, "Kestrel")
                        .review());

        assertThat(share(score, Right.ACCOUNTABLE)).isEqualTo(new Share(2, 2));
    }

    @Test
    void otherAcceptableTopicsAreRight() throws Exception {
        var labels = labels("\"obligations\": ["
                + obligation(
                        "1", "Orrin shows the team how reports are made", "null", ", \"topics_also\": [\"reporting\"]")
                + ","
                + obligation("2", "Orrin replaces broken headsets", "null", ", \"topic_alt\": [\"hardware\"]")
                + "]");

        var score = Scorer.score(
                labels,
                new Draft()
                        .obligation(
                                "Orrin shows the team how reports are made",
                                null,
                                ObligationKind.DUTY,
                                "reporting",
                                null)
                        .obligation("Orrin replaces broken headsets", null, ObligationKind.SERVICE, "warranty", null)
                        .review());

        assertThat(share(score, Right.TOPIC)).isEqualTo(new Share(1, 2));
        assertThat(share(score, Right.KIND)).isEqualTo(new Share(1, 2));
    }

    @Test
    void aDueDateIsRightExactlyOrByOverlap() throws Exception {
        var due = ", \"due\": \"by Friday, 6 March\"";
        var labels = labels("\"obligations\": ["
                + obligation("1", "Orrin delivers the plan by Friday, 6 March", "null", due)
                + ","
                + obligation("2", "Orrin books the rooms by Friday, 6 March", "null", due)
                + ","
                + obligation("3", "Orrin names a trainer by Friday, 6 March", "null", due)
                + ","
                + obligation("4", "Orrin counts the telephones at every desk", "null", "")
                + "]");

        var score = Scorer.score(
                labels,
                new Draft()
                        .obligation(
                                "Orrin delivers the plan by Friday, 6 March",
                                null,
                                ObligationKind.DUTY,
                                "x",
                                "by Friday, 6 March")
                        .obligation(
                                "Orrin books the rooms by Friday, 6 March", null, ObligationKind.DUTY, "x", "6 March")
                        .obligation("Orrin names a trainer by Friday, 6 March", null, ObligationKind.DUTY, "x", null)
                        .obligation(
                                "Orrin counts the telephones at every desk",
                                null,
                                ObligationKind.DUTY,
                                "x",
                                "every desk")
                        .review());

        assertThat(share(score, Right.DUE)).isEqualTo(new Share(1, 3));
        assertThat(share(score, Right.DUE_OVERLAPS)).isEqualTo(new Share(2, 3));
    }

    @Test
    void weakArguableAndNotApplicableTopicsAreNotScored() throws Exception {
        var labels = labels("""
                "topics_missing": ["rollback", "warranty", "test-load", "training"],
                "topics_weak": ["warranty"],
                "topics_not_applicable": ["number-porting"],
                "topics_arguable": [{"topic": "training", "why": "a bit of it", "labelled": "missing"}]""");

        var score = Scorer.score(
                labels,
                new Draft()
                        .topicsMissing("rollback", "warranty", "number-porting", "reporting")
                        .review());

        // Right: rollback; missed: test-load; wrong: reporting.
        assertThat(score.found()).containsEntry(Found.MISSING_TOPICS, new Tally(1, 1, 1));
    }

    @Test
    void sayingThatAllIsCoveredFindsNothing() throws Exception {
        var score = Scorer.score(labels("\"topics_missing\": [\"rollback\"]"), new Draft().review());

        var tally = score.found().getOrDefault(Found.MISSING_TOPICS, Tally.NONE);
        assertThat(tally.f1()).hasValue(0);
        assertThat(tally.precision()).isEmpty();
    }

    @Test
    void aContradictionIsFoundWhenBothQuotesAreInEitherOrder() throws Exception {
        var labels = labels("""
                "contradictions": [{"a": "The pilot lasts two weeks in May", "b": "Pilot | three weeks", "about": "weeks"}]""");

        var crossed = Scorer.score(
                labels,
                new Draft()
                        .contradiction("Pilot | three weeks", "The pilot lasts two weeks in May")
                        .review());
        var half = Scorer.score(
                labels,
                new Draft()
                        .contradiction("The pilot lasts two weeks in May", "Hours are nine to five")
                        .review());

        assertThat(crossed.found()).containsEntry(Found.CONTRADICTIONS, new Tally(1, 0, 0));
        assertThat(half.found()).containsEntry(Found.CONTRADICTIONS, new Tally(0, 1, 1));
    }

    @Test
    void whatTheLabelsDoNotSpeakOfIsNotScored() throws Exception {
        var unlabelled = Scorer.score(
                labels("\"obligations\": []"), new Draft().vague("As needed").review());
        var labelledEmpty = Scorer.score(
                labels("\"obligations\": [], \"vague\": []"),
                new Draft().vague("As needed").review());

        assertThat(unlabelled.found()).doesNotContainKey(Found.VAGUE);
        assertThat(labelledEmpty.found()).containsEntry(Found.VAGUE, new Tally(0, 0, 1));
        assertThat(unlabelled.right()).doesNotContainKey(Right.ADDS_UP);
    }

    @Test
    void aPriceIsComparedByVerdictTotalAndLines() throws Exception {
        var labels = labels("""
                "price": {"lines": [{"text": "Design | €4,000", "amount": "€4,000"},
                                    {"text": "Travel | TBD", "amount": "TBD"}],
                          "stated_total": "€4,000.00", "adds_up": true}""");

        var right = Scorer.score(
                labels,
                new Draft()
                        .price(true, "4,000", "Design | €4,000", "Travel | TBD")
                        .review());
        var wrong = Scorer.score(
                labels, new Draft().price(false, "€5,000", "Design | €5,000").review());
        var none = Scorer.score(labels, new Draft().review());

        assertThat(share(right, Right.ADDS_UP)).isEqualTo(new Share(1, 1));
        assertThat(share(right, Right.STATED_TOTAL)).isEqualTo(new Share(1, 1));
        assertThat(right.found()).containsEntry(Found.PRICE_LINES, new Tally(2, 0, 0));
        assertThat(share(wrong, Right.ADDS_UP)).isEqualTo(new Share(0, 1));
        assertThat(share(wrong, Right.STATED_TOTAL)).isEqualTo(new Share(0, 1));
        assertThat(wrong.found()).containsEntry(Found.PRICE_LINES, new Tally(0, 2, 1));
        assertThat(share(none, Right.ADDS_UP)).isEqualTo(new Share(0, 1));
    }

    @Test
    void partiesAreFoundByAnyNameAndTheirSideIsJudged() throws Exception {
        var score = Scorer.score(
                labels("\"obligations\": []"),
                new Draft()
                        .party("Kestrel", Side.BUYER)
                        .party("Supplier", Side.BUYER, "Orrin")
                        .party("Ministry of Finance", Side.OTHER)
                        .review());

        assertThat(score.found()).containsEntry(Found.PARTIES, new Tally(2, 0, 1));
        assertThat(share(score, Right.SIDE)).isEqualTo(new Share(1, 2));
    }
}
