package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignNamesTest {

    private static final List<Party> PARTIES = List.of(
            new Party("Marlin Water", List.of("Marlin", "the Customer"), Side.BUYER),
            new Party("Brightwire Ltd", List.of("Brightwire", "we"), Side.VENDOR));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prepared for [CLIENT NAME]",
                "We thank <Company> for its trust.",
                "{{client}} provides the rooms.",
                "Insert customer name here."
            })
    void aPlaceholderForAPartyIsFoundOnce(String text) {
        assertThat(of(text + "\n" + text)).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(RemarkKind.NAME);
            assertThat(remark.quote()).isEqualTo(text);
        });
    }

    @Test
    void somebodyBoundWhoIsNoPartyIsFound() {
        assertThat(of("Brightwire will build the queues.\nGlobex shall provide two rooms."))
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason()).contains("“Globex”"));
        assertThat(of("Dunfield Telecom Inc. shall assign an engineer.")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marlin will provide two rooms.",
                "Training will take place in May.",
                "The Project Manager shall report weekly.",
                "Recordings will be kept for a year.",
                "Escrow shall be agreed. The escrow is held by a bank.",
                "Microsoft Teams is used for meetings."
            })
    void partiesRolesAndThingsAreNoStrangers(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    void oneSideUnderTwoNamesIsFound() {
        assertThat(of("Marlin Water (“the Customer”) buys.\nThe Customer shall pay.\nThe Client shall provide rooms."))
                .singleElement()
                .satisfies(remark ->
                        assertThat(remark.reason()).contains("“the Client”").contains("“Customer”"));
    }

    private static List<Review.Unclear> of(String text) {
        return ForeignNames.of(Draft.of(text), PARTIES);
    }
}
