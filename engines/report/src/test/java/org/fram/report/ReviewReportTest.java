package org.fram.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.Review;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewReportTest {

    private static final String QUOTE = "Orlo will install 40 headsets by 3 May for $1,200.";

    private final Document page = page(Reviews.complete());

    @Test
    void beginsWithTheVerdictAndTheFewFigures() {
        assertThat(page.select(".verdict").text())
                .isEqualTo("Not ready to sign: 1 finding blocks it, 2 of 4 topics are missing"
                        + " and the price does not add up.");
        assertThat(page.select(".figures .value").eachText()).containsExactly("3", "2", "2 of 4", "Is off");
        assertThat(page.select(".figures .detail").eachText())
                .containsExactly(
                        "1 blocker · 1 warning · 1 note",
                        QUOTE + " 1 · Nobody named 1",
                        "2 missing",
                        "the lines sum to $1,230, $20 less than stated");
    }

    @Test
    void everyLinkLeadsToSomethingOnThePage() {
        var targets = page.select("a[href]").eachAttr("href");

        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            assertThat(target).startsWith("#");
            assertThat(page.getElementById(target.substring(1))).as(target).isNotNull();
        });
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void aFindingShowsItsPracticeItsReasonItsQuoteAndItsPlace() {
        assertThat(page.select("#findings-blocker summary").text())
                .isEqualTo("SOW-02 An obligation has no accountable party 1");
        assertThat(page.select("#findings-blocker .seen").text()).isEqualTo(QUOTE);
        assertThat(page.select("#findings-blocker blockquote").text()).isEqualTo(QUOTE);
        assertThat(page.select("#findings-blocker .where").text()).isEqualTo("page 3, table 2, row 4");
        assertThat(page.select("#findings-warning .seen").text()).isEqualTo("Nothing is said on rollback.");
        assertThat(page.select("#findings-warning .advice").text()).isEqualTo("Ask for it.");
    }

    @Test
    void topicsStandInTheirAreasCoveredOrMissing() {
        assertThat(page.select("#topics .area h3").eachText())
                .containsExactly("Network 1 of 1", "People 1 of 1", "Going live 0 of 1", "Other 0 of 1");
        assertThat(page.select("#topics .covered .name").eachText()).containsExactly("Hardware", "Training");
        assertThat(page.select("#topics .missing .name").eachText()).first().isEqualTo("Rollback missing");
        assertThat(page.select(".missing-topics dd").eachText()).first().isEqualTo("A rehearsed way back.");
    }

    @Test
    void theRegisterHoldsEachObligationWithWhatAFilterNeeds() {
        var rows = page.select("table.register tbody tr");

        assertThat(rows.eachAttr("id")).containsExactly("obligation-1", "obligation-2");
        assertThat(rows.select("q").eachText()).containsExactly(QUOTE, "Training follows.");
        assertThat(rows.eachAttr("data-party")).containsExactly("0", "1");
        assertThat(rows.select(".doubt").eachText()).containsExactly("60 % sure", "60 % sure");
        assertThat(page.select("select[name=party] option").eachText())
                .containsExactly("all", QUOTE + " (1)", "Nobody named (1)");
        assertThat(page.select("form.filter").hasAttr("hidden")).isTrue();
    }

    @Test
    void whoCarriesWhatCountsEachObligationOnce() {
        assertThat(page.select("table.burden tbody .num").eachText()).containsExactly("1", "1");
        assertThat(page.select("table.burden tfoot .n").eachText()).containsExactly("1", "1");
    }

    @Test
    void responsibilitiesMeasuresPricesAndContradictionsAreShown() {
        assertThat(page.select("table.raci td").eachText()).containsExactly("A", "R");
        assertThat(page.select("#kpis .wrong").text()).isEqualTo("no target");
        assertThat(page.select("table.price tfoot td").eachText()).containsExactly("$1,230", "$1,250");
        assertThat(page.select(".clash .sides > div")).hasSize(2);
        assertThat(page.select("#wording blockquote").eachText())
                .containsExactly(QUOTE + " as needed", QUOTE + " as usual");
    }

    @Test
    void aReviewThatFoundNothingIsStillAPage() {
        var empty = page(Reviews.empty());

        assertThat(empty.select(".verdict").text()).isEqualTo("Nothing found that holds the signature.");
        assertThat(empty.select("#findings").text()).contains("The practices found nothing.");
        assertThat(empty.select("a[href]").eachAttr("href"))
                .allSatisfy(target -> assertThat(empty.getElementById(target.substring(1)))
                        .as(target)
                        .isNotNull());
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        var html = ReviewReport.html(Reviews.complete(), Whereabouts.unknown(), Reviews.TOPICS);

        assertThat(page.select("link, img, iframe, object, embed, base, script[src], [style], [srcset]"))
                .isEmpty();
        assertThat(html).doesNotContain("http://", "https://", "url(", "@import");
        assertThat(policy())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void thePolicyNamesTheVeryStyleAndScriptOfThePage() throws Exception {
        var html = ReviewReport.html(Reviews.complete(), Whereabouts.unknown(), Reviews.TOPICS);
        for (var tag : List.of("style", "script")) {
            var inside = Pattern.compile("<%s>(.*?)</%s>".formatted(tag, tag), Pattern.DOTALL)
                    .matcher(html);
            assertThat(inside.find()).isTrue();
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(inside.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy()).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "\" autofocus onfocus=\"alert(1)",
                "</title></style><script>alert(1)</script>",
                "--><script>alert(1)</script><!--",
                "]]><script>alert(1)</script>",
                "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
                "javascript:alert(1)",
                "${7*7} #{7*7} {{7*7}} <%= 7*7 %>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<!-- <base href=//evil.example> -->",
                "\u202Egnp.exe <b>"
            })
    void noTextOfADocumentBecomesMarkup(String hostile) {
        var harmless = page(Reviews.saying("plain words"));
        var attacked = page(Reviews.saying(hostile));

        assertThat(shape(attacked)).isEqualTo(shape(harmless));
        assertThat(attacked.select("script, style")).hasSize(2);
        assertThat(attacked.select("#findings-blocker blockquote").stream().map(Element::wholeText))
                .containsExactly(hostile);
    }

    @Test
    void landmarksAndHeadingsLeadThroughThePage() {
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("header, main, nav[aria-label], footer")).hasSize(4);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("svg:not([aria-hidden])")).isEmpty();
        assertThat(page.select("table th:not([scope])")).isEmpty();
        int level = 1;
        for (var heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void coloursContrastEnoughInBothLights() {
        var light = colours(":root \\{(.*?)\\}");
        var dark = colours("dark\\) \\{\\s*:root \\{(.*?)\\}");
        for (var scheme : List.of(light, dark)) {
            for (var text : List.of("ink", "soft", "accent")) {
                for (var ground : List.of("paper", "raised", "accent-wash")) {
                    assertThat(contrast(scheme, text, ground))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            assertThat(contrast(scheme, "mid", "paper")).isGreaterThanOrEqualTo(3);
        }
    }

    private String policy() {
        return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    }

    private static Document page(Review review) {
        return Jsoup.parse(ReviewReport.html(review, Whereabouts.unknown(), Reviews.TOPICS));
    }

    /// Every element with the names of its attributes, but without texts.
    private static List<String> shape(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .sorted()
                                .toList())
                .toList();
    }

    private static Map<String, String> colours(String block) {
        var found =
                Pattern.compile(block, Pattern.DOTALL).matcher(Dress.standard().style());
        assertThat(found.find()).isTrue();
        return Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
                .matcher(found.group(1))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    /// The contrast ratio of WCAG 2.2.
    private static double contrast(Map<String, String> scheme, String text, String ground) {
        double one = luminance(scheme.getOrDefault(text, ""));
        double other = luminance(scheme.getOrDefault(ground, ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
