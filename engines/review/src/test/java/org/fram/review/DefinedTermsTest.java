package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.facts.SowFacts.RemarkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinedTermsTest {

    private static final String DEFINING = """
            Marlin Water ("the Customer") and Brightwire Ltd ("the Supplier") agree as follows.
            "Release" means a version that the Supplier makes generally available.
            The Supplier installs each Release for the Customer.
            """;

    @Test
    void aTermUsedLikeADefinedOneWantsADefinition() {
        assertThat(of(DEFINING + "The Supplier answers within two Business Days."))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.reason()).startsWith("Undefined term: “Business Days”");
                    assertThat(remark.kind()).isEqualTo(RemarkKind.TERM);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Business Day\" means a day on which banks are open.\nThe Supplier answers within two Business Days.",
                "Business Days are Monday to Friday.\nThe Supplier answers within two Business Days.",
                "Capitalised terms have the meaning given in the master agreement.\nThe Supplier answers within two Business Days.",
                "Confidential Information is protected.",
                "The Supplier keeps Confidential Information as defined in the master agreement.",
                "The Project Manager and the Chief Information Officer meet on Monday."
            })
    void explainedTermsFirstWordsAndRolesAreLeftAlone(String text) {
        assertThat(of(DEFINING + text)).isEmpty();
    }

    @Test
    void aDocumentThatDefinesNothingOwesNoDefinitions() {
        assertThat(of("We answer within two Business Days.")).isEmpty();
    }

    @Test
    void aDefinitionThatNobodyUsesIsAHint() {
        assertThat(of(DEFINING + "\"Legacy Site\" means the data room of the old office."))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.reason()).contains("“Legacy Site” is defined and never used");
                    assertThat(remark.kind()).isEqualTo(RemarkKind.UNUSED_TERM);
                });
    }

    @Test
    void aTermDefinedTwiceInOtherWordsIsFound() {
        assertThat(of(DEFINING + "\"Release\" means any correction of a fault that the Customer has reported."))
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason()).contains("“Release” is defined twice"));
    }

    @Test
    void theSameDefinitionTwiceIsNoMatter() {
        assertThat(of(DEFINING + "\"Release\" means a version that the Supplier makes generally available."))
                .isEmpty();
    }

    @Test
    void levelsOfSeverityWantAnExplanation() {
        assertThat(of("Severity 1 faults are answered in 15 minutes.")).hasSize(1);
        assertThat(of("Severity 1 faults are answered in 15 minutes.\nSeverity 1 means that no call can be taken."))
                .isEmpty();
        assertThat(of("""
                Severity 1 faults are answered in 15 minutes.
                | Level | Meaning |
                |---|---|
                | Severity 1 | No call can be taken |
                | Severity 2 | A function is down, others work |
                """)).isEmpty();
    }

    @Test
    void whatIsDefinedBelowIsDefinedBelow() {
        assertThat(of("The Supplier bills the Monthly Charge (as defined below)."))
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason()).contains("“Monthly Charge” is said to be defined"));
        assertThat(
                        of(
                                "The Supplier bills the Monthly Charge (as defined below).\n\"Monthly Charge\" means the sum of all fees of a month."))
                .isEmpty();
    }

    private static List<Review.Unclear> of(String text) {
        return DefinedTerms.of(Draft.of(text));
    }
}
