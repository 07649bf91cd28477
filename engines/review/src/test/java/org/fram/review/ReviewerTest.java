package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.facts.ObligationKind;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Obligation;
import org.junit.jupiter.api.Test;

class ReviewerTest {

    private static final Reviewer REVIEWER = new Reviewer();
    private static final String PARTIES =
            "This statement is made between Marlowe Transit (“Marlowe” or “the Customer”) and Kestrel Systems Ltd (“Kestrel”).\n";

    @Test
    void aPromiseBindsItsSubject() {
        var review = review("""
                # 2 Work
                Kestrel will install six gateways by 4 June 2027. Marlowe shall provide rack space at both sites.
                """);

        assertThat(review.obligations())
                .extracting(Obligation::accountable)
                .containsExactly("Kestrel Systems Ltd", "Marlowe Transit");
        assertThat(review.obligations().getFirst().due()).isEqualTo("by 4 June 2027");
        assertThat(review.obligations().getFirst().quantity()).isEqualTo("six gateways");
        assertThat(review.obligations().getLast().kind()).isEqualTo(ObligationKind.DUTY);
    }

    @Test
    void aSentenceThatBindsTwoPartiesIsTwoObligations() {
        var review = review("""
                # 2 Work
                Marlowe will sign the letters by May, and Kestrel will submit them within two days.
                """);

        assertThat(review.obligations())
                .extracting(Obligation::accountable)
                .containsExactly("Marlowe Transit", "Kestrel Systems Ltd");
    }

    @Test
    void aPassiveWithoutAnAgentHasNobodyAndIsVague() {
        var review = review("""
                # 2 Work
                The old handsets will be removed from the desks.
                """);

        assertThat(review.obligations())
                .singleElement()
                .satisfies(o -> assertThat(o.accountable()).isNull());
        assertThat(review.vague()).extracting(Review.Vague::kind).containsExactly(RemarkKind.NO_ACTOR);
    }

    @Test
    void whatAReportHoldsIsNoPromiseEach() {
        var review = review("""
                # 2 Work
                Kestrel shall leave a service report after each visit. Each service report shall contain the following:
                - date and time of the visit,
                - serial number of each part that was replaced,
                - description of the fault.
                """);

        assertThat(review.obligations())
                .extracting(Obligation::quote)
                .contains("Kestrel shall leave a service report after each visit.")
                .noneMatch(quote -> quote.startsWith("date") || quote.startsWith("serial"));
    }

    @Test
    void whatHasToBeDoneStaysAPromiseBelowTheSameWords() {
        var review = review("""
                # 2 Work
                The work of Kestrel shall include:
                - configuration of the 14 queues of the design;
                - training of 20 supervisors.
                """);

        assertThat(review.obligations())
                .extracting(Obligation::quote)
                .contains("configuration of the 14 queues of the design;", "training of 20 supervisors.");
    }

    @Test
    void anOpenWordIsVagueAlsoWhereNothingSoundsLikeAPromise() {
        var review = review("""
                # 2 Work
                - Help of the administrators after handover as needed
                - Other reports, best efforts

                # 1 Background
                Agents were hired as needed.
                """);

        assertThat(review.vague())
                .extracting(Review.Vague::quote)
                .containsExactlyInAnyOrder(
                        "Help of the administrators after handover as needed", "Other reports, best efforts");
    }

    @Test
    void itemsTakeThePartyOfTheirLeadIn() {
        var review = review("""
                # 2 Work
                Kestrel will:
                - build the 14 queues of the design;
                - record the prompts in two languages.
                """);

        assertThat(review.obligations())
                .filteredOn(obligation -> !obligation.quote().endsWith(":"))
                .hasSize(2)
                .allMatch(obligation -> Objects.equals(obligation.accountable(), "Kestrel Systems Ltd"));
    }

    @Test
    void aResponsibilityTableSaysWhoIsAccountable() {
        var review = review("""
                # 7 Responsibility matrix
                | Activity | Kestrel Systems Ltd | Marlowe Transit
                | Trunk order | C | A/R
                | User acceptance test | R | A
                """);

        assertThat(review.obligations())
                .extracting(Obligation::accountable)
                .containsExactly("Marlowe Transit", "Marlowe Transit");
        assertThat(review.obligations().getLast().raci())
                .isEqualTo(Map.of("Kestrel Systems Ltd", "R", "Marlowe Transit", "A"));
        assertThat(review.obligations().getLast().responsible()).containsExactly("Kestrel Systems Ltd");
    }

    @Test
    void backgroundAndDefinitionsAreNoObligations() {
        var review = review("""
                # 1 Background
                Marlowe serves 80,000 riders a day. The present system was bought in 2011.
                # 2 Definitions
                “Go-live” means the first day of service on the new platform.
                """);

        assertThat(review.obligations()).isEmpty();
    }

    @Test
    void linesOfAPriceTableArePricesAndNoObligations() {
        var review = review("""
                # 9 Price
                | Item | Amount (USD)
                | Design | $12,000
                | Installation | $30,000
                | Total | $42,000
                """);

        assertThat(review.obligations()).isEmpty();
        assertThat(Objects.requireNonNull(review.price()).addsUp()).isTrue();
        assertThat(review.price().lines()).hasSize(2);
    }

    @Test
    void theSameDocumentGivesTheSameReview() {
        var document = Reading.document(PARTIES + "# 2 Work\nKestrel will test each queue. Marlowe will watch.");

        assertThat(REVIEWER.review(document)).isEqualTo(new Reviewer().review(document));
    }

    @Test
    void everyQuoteOfAReviewStandsInTheDocument() {
        var text = """
                # 2 Work
                Kestrel will test each queue as needed. Marlowe will watch; TBD.
                - Training for [NUMBER] agents (Kestrel)
                # 3 Assumptions
                - The network is ready.
                """;
        var review = review(text);
        var all = (PARTIES + text).replaceAll("\\s+", " ");

        assertThat(quotes(review)).isNotEmpty().allMatch(all::contains);
    }

    private static List<String> quotes(Review review) {
        return java.util.stream.Stream.of(
                        review.obligations().stream().map(Obligation::quote),
                        review.vague().stream().map(Review.Vague::quote),
                        review.assumptions().stream().map(Review.Assumption::quote),
                        review.unclear().stream().map(Review.Unclear::quote))
                .flatMap(stream -> stream)
                .toList();
    }

    private static Review review(String text) {
        return REVIEWER.review(Reading.document(PARTIES + text));
    }
}
