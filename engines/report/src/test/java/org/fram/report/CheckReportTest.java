package org.fram.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.facts.Gate;
import org.fram.rules.Catalogue;
import org.fram.rules.Circumstances;
import org.fram.rules.FactsFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckReportTest {

    private static final Catalogue PRACTICES = Catalogue.of(Map.of("own.yaml", """
            pack: own
            title: Wallboards
            practices:
            - id: OWN-1
              title: Nobody answers for an obligation
              applies: [technology project, outsourced service]
              gates: [sign]
              severity: blocker
              source: us
              why: What nobody owns is not done.
              needs: [sow.obligations]
              for: {o: sow.obligations}
              when: "!has(o.accountable)"
              message: "{o.id} names nobody: {o.text}"
              fix: Name a party.
            - id: OWN-2
              title: An obligation has no day
              applies: [technology project, outsourced service]
              gates: [hand-off]
              severity: warning
              source: us
              why: A promise without a day is a wish.
              needs: [sow.obligations]
              for: {o: sow.obligations}
              when: "o.kind == 'service' && !has(o.dueDate)"
              message: "{o.id} has no day."
              fix: "Give {o.id} a day."
            - id: OWN-3
              title: A risk has no owner
              applies: [technology project, outsourced service]
              gates: [sign]
              severity: warning
              source: us
              why: It comes true.
              needs: [raid.risks]
              when: "raid.risks.exists(r, !has(r.owner))"
              message: A risk has no owner.
            - id: OWN-4
              title: There are no obligations
              applies: [technology project, outsourced service]
              gates: [sign]
              severity: warning
              source: us
              why: Then there is no contract.
              needs: [sow.obligations]
              when: size(sow.obligations) == 0
              message: There are none.
            """));

    private static final String FACTS = """
            version: 1
            engagement: {name: Riverside, kind: outsourced service}
            sow:
              obligations:
              - {id: O-1, text: The numbers are ported., kind: service, accountable: Kestrel, dueDate: 2027-01-31}
              - {id: O-2, text: The agents are trained., kind: service}
              - {id: O-3, text: The sites are cabled., kind: duty}
            """;

    private final Document page = page(FACTS, null);

    @Test
    void beginsWithWhatItComesToAndWhatWasAsked() {
        assertThat(page.select("h1").text()).isEqualTo("Riverside");
        assertThat(page.select(".verdict.held").text())
                .isEqualTo("Not in order: 2 findings block, 1 warning is to be settled.");
        assertThat(page.select(".figures .value").eachText()).containsExactly("3", "3 of 4", "0", "0");
        assertThat(page.select(".about dd").eachText())
                .containsExactly("outsourced service", "2027-03-01", "all gates", "facts.yaml");
    }

    @Test
    void aPracticeShowsItsItemsWhatToDoTheReasonAndTheSource() {
        var blockers = page.select("#findings-blocker");

        assertThat(blockers.select("summary .id, summary .title").eachText())
                .containsExactly("OWN-1", "Nobody answers for an obligation");
        assertThat(blockers.select(".seen").eachText())
                .containsExactly(
                        "O-2 names nobody: The agents are trained.", "O-3 names nobody: The sites are cabled.");
        assertThat(blockers.select(".where").eachText())
                .containsExactly("O-2 · sow.obligations", "O-3 · sow.obligations");
        assertThat(blockers.select(".advice").eachText()).containsExactly("Name a party.");
        assertThat(blockers.select(".reason p").eachText())
                .containsExactly("What nobody owns is not done.", "Us · shown at sign");
    }

    @Test
    void howAVerdictCameAboutIsFoldedAndLeavesOutWhatSaysNothing() {
        var how = page.select("#findings-warning .how");

        assertThat(how.hasAttr("open")).isFalse();
        assertThat(how.select("code").eachText())
                .containsExactly("o in sow.obligations", "o.kind == 'service' && !has(o.dueDate)");
        assertThat(how.select("pre").stream().map(Element::wholeText)).containsExactly("""
                o = O-2
                  o.kind == "service" && !has(o.dueDate)  →  true
                    o.kind == "service"  →  true
                      o.kind  →  “service”
                    !has(o.dueDate)  →  true
                      has(o.dueDate)  →  false""");
    }

    @Test
    void whatCouldNotBeToldAndWhatIsQuietStandApart() {
        assertThat(page.select("#unknown .others > div").eachText())
                .containsExactly("OWN-3 A risk has no owner Not known: raid.risks");
        assertThat(page.select("#unknown details").hasAttr("open")).isTrue();
        assertThat(page.select("#quiet .others > div").eachText()).containsExactly("OWN-4 There are no obligations");
        assertThat(page.select("#quiet details").hasAttr("open")).isFalse();
    }

    @Test
    void whatSomebodyDecidedIsShownWithWhoAndWhy() {
        var decided = page(FACTS + """
                practices:
                  waivers:
                  - {practice: OWN-1, by: sponsor, authority: committee, reason: Kestrel will., until: 2027-04-30}
                  switchedOff:
                  - {practice: OWN-2, reason: Days stand in the plan.}
                """, null);

        assertThat(decided.select("#waived .others > div").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "OWN-1",
                        "O-2 names nobody",
                        "Sponsor lives with it until 2027-04-30 (committee): Kestrel will.");
        assertThat(decided.select("#switched-off .others > div").text()).contains("OWN-2", "Days stand in the plan.");
        assertThat(decided.select(".figures .value").eachText()).containsExactly("0", "2 of 3", "2", "1");
        assertThat(decided.select("#findings").text()).contains("The practices found nothing.");
    }

    @Test
    void atAGateOnlyItsPracticesAreShown() {
        var sign = page(FACTS, Gate.HAND_OFF);

        assertThat(sign.select(".verdict").text())
                .isEqualTo("Nothing blocks the gate “hand-off”, but 1 warning is to be settled.");
        assertThat(sign.select("#findings summary .id").eachText()).containsExactly("OWN-2");
    }

    @Test
    void factsThatTellNothingAreStillAPage() {
        var empty = page("version: 1\n", null);

        assertThat(empty.select("h1").text()).isEqualTo("facts.yaml");
        assertThat(empty.select(".verdict.ready").text()).isEqualTo("The facts do not tell enough for any practice.");
        linksLead(empty);
    }

    @Test
    void aPracticeWithManyFindingsShowsTheFirstHundred() {
        var many = page(
                FACTS
                        + IntStream.range(4, 304)
                                .mapToObj(i -> "  - {id: O-%d, text: It is done., kind: duty}\n".formatted(i))
                                .collect(Collectors.joining()),
                null);

        assertThat(many.select("#findings-blocker .seen")).hasSize(100);
        assertThat(many.select("#findings-blocker .aside").text())
                .isEqualTo("… and 202 more; the findings as JSON have all of them.");
    }

    @Test
    void everyLinkLeadsToSomethingOnThePageAndHeadingsLeadThroughIt() {
        linksLead(page);
        assertThat(page.select("header, main, nav[aria-label], footer")).hasSize(4);
        assertThat(page.select("svg:not([aria-hidden])")).isEmpty();
        int level = 1;
        for (var heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void noTextOfTheFactsBecomesMarkup() {
        var hostile = "\"</pre></script><script>alert(1)</script><img src=x onerror=alert(1)>\"";
        var attacked = page(FACTS.replace("Riverside", hostile).replace("The agents are trained.", hostile), null);

        assertThat(attacked.select("img, [onerror]")).isEmpty();
        assertThat(attacked.select("script")).hasSize(1);
        assertThat(attacked.select("h1").text()).startsWith("</pre></script><script>");
        assertThat(attacked.select("#findings-blocker .seen").first())
                .isNotNull()
                .extracting(Element::text)
                .asString()
                .contains("<img src=x onerror=alert(1)>");
    }

    private static void linksLead(Document page) {
        assertThat(page.select("a[href]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(page.getElementById(target.substring(1)))
                        .as(target)
                        .isNotNull());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private static Document page(String facts, @Nullable Gate gate) {
        var checked = PRACTICES.check(FactsFile.read(facts, "facts.yaml"), Circumstances.on(LocalDate.of(2027, 3, 1)));
        return Jsoup.parse(CheckReport.html(PRACTICES, checked, gate, "facts.yaml"));
    }
}
