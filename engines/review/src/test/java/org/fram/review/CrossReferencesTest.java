package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.fram.facts.SowFacts.RemarkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossReferencesTest {

    private static final String DOCUMENT = """
            # 1. Scope
            # 2. Work
            ## 2.1 Design
            ## 2.2 Build
            Table 1. Deliverables
            | Id | Deliverable |
            |---|---|
            | D1 | Design document |
            | D2 | Test plan |

            # 3. Acceptance
            %s
            # Annex A. Equipment
            # Annex B. Rates
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The work follows Section 2.3.",
                "The work follows Sections 2.1 and 2.4.",
                "See clause 5 for acceptance.",
                "Table 3 states the tests.",
                "The rates of Annex C apply.",
                "The customer approves D1, D2 and D4."
            })
    void whatIsNotThereIsFound(String sentence) {
        assertThat(of(DOCUMENT.formatted(sentence))).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(RemarkKind.REFERENCE);
            assertThat(remark.quote()).isEqualTo(sentence);
            assertThat(remark.reason()).contains("is referred to and is not in the document");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The work follows Sections 2.1 and 2.2, and Section 3.",
                "Section 12 of the MSA applies.",
                "The format is that of D2, Appendix F.",
                "The site complies with Section 508.",
                "FAR Section 4.7 governs records.",
                "Table 1 lists D1 and D2; the rates are in Annex B.",
                "Clause 7 of the Master Agreement prevails.",
                "Reports follow AFI 33-115, paragraph 4.2.",
                "Paper of the size A4 is used in section 2 rooms."
            })
    void referencesThatHoldOrGoElsewhereAreLeftAlone(String sentence) {
        assertThat(of(DOCUMENT.formatted(sentence))).isEmpty();
    }

    @Test
    void anAnnexThatIsNeverShownIsAHint() {
        assertThat(of(DOCUMENT.formatted("Volumes are in Exhibit 2.")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.kind()).isEqualTo(RemarkKind.ATTACHMENT));
    }

    @Test
    void aDocumentWithoutNumbersRefersToNothingOfItsOwn() {
        assertThat(of("# Scope\nThe work follows Section 4.\n# Price\nTable 2 holds."))
                .isEmpty();
    }

    @Test
    void everyHeadingCanBeReferredToAndNoneBeyondTheLast() {
        var random = new Random(9);
        for (int i = 0; i < 50; i++) {
            int last = random.nextInt(3, 20);
            var text = new StringBuilder();
            for (int n = 1; n <= last; n++) {
                text.append("# %d. Part\nThis follows Section %d.\n".formatted(n, random.nextInt(1, last + 1)));
            }
            assertThat(of(text.toString())).isEmpty();
            assertThat(of(text + "This follows Section " + (last + 1) + ".\n")).hasSize(1);
        }
    }

    private static List<Review.Unclear> of(String text) {
        var document = Draft.document(text);
        return CrossReferences.of(document, Statements.of(document));
    }
}
