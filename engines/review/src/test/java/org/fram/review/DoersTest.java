package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fram.facts.ObligationKind;
import org.fram.office.Place;
import org.fram.review.Review.Obligation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoersTest {

    private static final Obligation MATRIX =
            matrix("User acceptance test | C | A/R", Map.of("Brightwire", "C", "Marlin", "AR"), "Marlin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Brightwire will carry out the user acceptance test in May.",
                "User acceptance testing will be performed by Brightwire over three days.",
                "Brightwire is responsible for user acceptance testing."
            })
    void theMatrixAndASentenceNameAnotherDoer(String sentence) {
        assertThat(Doers.of(List.of(said(sentence, "Brightwire"), MATRIX)))
                .singleElement()
                .satisfies(contradiction -> {
                    assertThat(contradiction.a()).isEqualTo(sentence);
                    assertThat(contradiction.b()).isEqualTo(MATRIX.quote());
                    assertThat(contradiction.about())
                            .isEqualTo("who does the user acceptance test: Brightwire against Marlin");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Brightwire will write the user acceptance test scripts.",
                "Brightwire will provide the user acceptance test environment.",
                "Brightwire will fix defects found in user acceptance testing.",
                "Brightwire will support Marlin as it runs the user acceptance test.",
                "Brightwire will carry out the load test.",
                "Brightwire will carry out the user acceptance test of wave 2."
            })
    void whatBelongsToAWorkIsNotTheWork(String sentence) {
        assertThat(Doers.of(List.of(said(sentence, "Brightwire"), MATRIX))).isEmpty();
    }

    @Test
    void whoIsResponsibleInTheMatrixMayDoTheWork() {
        var shared = matrix("Load test | R | A", Map.of("Brightwire", "R", "Marlin", "A"), "Marlin");
        assertThat(Doers.of(List.of(said("Brightwire will run the load test.", "Brightwire"), shared)))
                .isEmpty();
    }

    @Test
    void oneDoerContradictsNobody() {
        assertThat(Doers.of(List.of(said("Marlin will run the user acceptance test.", "Marlin"), MATRIX)))
                .isEmpty();
    }

    private static Obligation said(String quote, String accountable) {
        return obligation(quote, accountable, Map.of());
    }

    private static Obligation matrix(String quote, Map<String, String> raci, String accountable) {
        return obligation(quote, accountable, raci);
    }

    private static Obligation obligation(String quote, String accountable, Map<String, String> raci) {
        return new Obligation(
                "O-001",
                quote,
                "",
                accountable,
                List.of(),
                raci,
                ObligationKind.DUTY,
                "test-uat",
                null,
                null,
                null,
                null,
                1,
                Place.paragraph(1, 1));
    }
}
