package org.fram.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.review.Comparison;
import org.fram.review.Review;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    @Test
    void showsEachChangeWordByWord() {
        var page = page(
                Reviews.saying("Orlo will install 40 headsets for all sites in town."),
                Reviews.saying("Orlo will install 60 headsets for all sites in town."));

        assertThat(page.select("#obligations .change .sign-word").eachText()).containsExactly("Changed");
        assertThat(page.select("#obligations .words del").eachText()).containsExactly("40");
        assertThat(page.select("#obligations .words ins").eachText()).containsExactly("60");
        assertThat(page.select("#obligations .words").text())
                .isEqualTo("Orlo will install 40 60 headsets for all sites in town.");
        assertThat(page.select("#obligations .kept").text()).isEqualTo("1 other is as it was");
    }

    @Test
    void everyLinkLeadsToSomethingOnThePage() {
        for (var page : List.of(
                page(Reviews.complete(), Reviews.empty()),
                page(Reviews.empty(), Reviews.complete()),
                page(Reviews.empty(), Reviews.empty()))) {
            assertThat(page.select("a[href]").eachAttr("href"))
                    .allSatisfy(target -> assertThat(page.getElementById(target.substring(1)))
                            .as(target)
                            .isNotNull());
        }
    }

    @Test
    void nothingChangedIsSaid() {
        assertThat(page(Reviews.complete(), Reviews.complete())
                        .select(".verdict")
                        .text())
                .isEqualTo("Nothing changed that a reader would notice.");
    }

    @Test
    void noTextOfADocumentBecomesMarkup() {
        var page = page(
                Reviews.saying("Orlo <b>will</b> do <script>alert(1)</script> forty times"),
                Reviews.saying("Orlo <b>will</b> do <script>alert(1)</script> sixty \"><img src=x> times"));

        assertThat(page.select("b, img")).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("#obligations .words").text()).contains("<script>alert(1)</script>");
    }

    private static Document page(Review before, Review after) {
        return Jsoup.parse(ComparisonReport.html(Comparison.of(before, after), Reviews.TOPICS));
    }
}
