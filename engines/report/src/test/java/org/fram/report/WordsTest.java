package org.fram.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.review.Review.Price;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aPlaceIsSaidByItsSectionItsPageAndItsRow() {
        var document = new Document(
                "a.docx",
                Document.Format.DOCX,
                0,
                List.of(
                        new Block.Paragraph("", "Before any heading.", Place.paragraph(0, 1)),
                        new Block.Heading(2, "4.2", "Testing", Place.paragraph(0, 2)),
                        new Block.Paragraph("", "Load is tested.", Place.paragraph(0, 3))),
                List.of(),
                List.of());
        var whereabouts = Whereabouts.in(document);

        assertThat(whereabouts.describe(Place.paragraph(0, 3))).isEqualTo("4.2 Testing");
        assertThat(whereabouts.describe(new Place(7, 3, 2, 5, 1))).isEqualTo("4.2 Testing, page 7, table 2, row 5");
        assertThat(whereabouts.describe(Place.paragraph(0, 1))).isEqualTo("paragraph 1");
        assertThat(whereabouts.describe(Place.paragraph(0, 99))).isEqualTo("paragraph 99");
        assertThat(whereabouts.describe(null)).isEmpty();
    }

    @Test
    void aLongHeadingIsCutBetweenCharacters() {
        assertThat(Whereabouts.describe("𝔸".repeat(50), Place.paragraph(0, 0))).isEqualTo("𝔸".repeat(50));
        assertThat(Whereabouts.describe("𝔸".repeat(500), Place.paragraph(0, 0)))
                .isEqualTo("𝔸".repeat(79) + "…");
    }

    @Test
    void thePriceGapIsSaidWhereOneSumMeansSomething() {
        assertThat(PriceGap.of(price("$1,300.50", line("$1,000", 1), line("$250.25", 1))))
                .contains(new PriceGap("$1,250.25", "$50.25 less than stated"));
        assertThat(PriceGap.of(price("€900", line("€1,000", 1))))
                .contains(new PriceGap("€1,000", "€100 more than stated"));
        assertThat(PriceGap.of(price("$900", line("$1,000", 1), line("$250", 2))))
                .isEmpty();
        assertThat(PriceGap.of(price("$900", line("€1,000", 1)))).isEmpty();
        assertThat(PriceGap.of(price("$900", line("to be agreed", 1)))).isEmpty();
        assertThat(PriceGap.of(price("a lot", line("$1,000", 1)))).isEmpty();
    }

    @Test
    void theVerdictSaysTheWorstFirst() {
        assertThat(new Verdict(2, 5, 0, 50, 0, false).line()).isEqualTo("Not ready to sign: 2 findings block it.");
        assertThat(new Verdict(0, 1, 0, 50, 1, false).line())
                .isEqualTo("Nothing blocks it, but 1 warning to settle and 1 of 50 topics is missing.");
        assertThat(new Verdict(0, 0, 3, 50, 0, false).line()).isEqualTo("Nothing found that holds the signature.");
    }

    private static Price price(String total, Price.Line... lines) {
        return new Price(List.of(lines), total, false);
    }

    private static Price.Line line(String amount, int table) {
        return new Price.Line("Work | " + amount, amount, new Place(1, 1, table, 2, 0));
    }
}
