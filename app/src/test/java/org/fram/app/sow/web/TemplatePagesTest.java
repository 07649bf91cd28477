package org.fram.app.sow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.sow.TemplateDraft;
import org.fram.app.sow.TemplateDraftId;
import org.fram.app.sow.TemplateDrafts;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// From the questions of a template to a document that is read and reviewed.
class TemplatePagesTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();

    @DeskAndPhone
    void theQuestionsLeadToAReviewedDocument(Look look) throws Exception {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("sow"));
            link(page, "Draft from a template").click();
            browser.check("sow-templates");
            button(page, "Begin with Technology implementation").click();
            // What the engagement knows is there already.
            assertThat(page.getByLabel("Who is the customer?")).hasValue("Harbour Authority");
            page.getByLabel("When does the work begin?").fill("2027-02-01");
            browser.check("sow-template-step");
            button(page, "Keep and go on").click();
            page.getByLabel("as a cloud service").check();
            page.getByLabel("How many agents will work with it?").fill("180");
            button(page, "Keep and see the document").click();
            assertThat(page.locator(".template-open summary")).containsText("answers are open");
            assertThat(page.locator(".document-text mark").first()).containsText("[Open: ");
            browser.check("sow-template-preview");

            SowDraft.answerAll(engagement, idIn(page.url()));
            page.reload();
            assertThat(page.locator(".template-open")).hasCount(0);
            button(page, "Make the document").click();
            page.waitForURL("**/runs/*");
            if (look == Look.DESKTOP_LIGHT) {
                var run = RunId.of(page.url().substring(page.url().lastIndexOf('/') + 1));
                var done = SowDraft.await(engagement, run);
                assertThat(done.state()).isEqualTo(RunState.DONE);
                browser.go(engagement.path("sow"));
                // The first look at findings loads all practices.
                page.setDefaultNavigationTimeout(60_000);
                page.setDefaultTimeout(60_000);
                link(page, "New telephony and chat for member service").click();
                assertThat(page.locator(".coverage .covered").first()).isVisible();
            }
            browser.go(engagement.path("sow/new"));
            assertThat(page.locator(".begun-draft").first()).containsText("New telephony and chat");
            button(page, "Discard New telephony and chat for member service")
                    .first()
                    .click();
            browser.check("sow-template-discard");
            button(page, "Discard the answers").click();
            assertThat(page.getByText("New telephony and chat for member service"))
                    .hasCount(0);
        }
    }

    @Test
    void withoutScriptsNothingIsLostBetweenTheSteps() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(customer, "true");

        var first = customer.post(draft + "/steps/1", form("0", "next", "project", "Harbour calls"));
        assertThat(first.uri().getPath()).isEqualTo(draft + "/steps/2");
        var back = customer.post(draft + "/steps/2", form("1", "back", "agents", "40"));
        assertThat(back.uri().getPath()).isEqualTo(draft + "/steps/1");
        assertThat(Jsoup.parse(back.body()).select("#q-project").val()).isEqualTo("Harbour calls");

        var later = page(HttpBrowser.signedIn(engagement.customer()), draft + "/steps/2");
        assertThat(later.select("#q-agents").val()).isEqualTo("40");
        assertThat(page(customer, engagement.path("sow/new"))
                        .select(".begun-draft")
                        .text())
                .contains("Harbour calls");
    }

    @Test
    void answersThatAskForMoreStayOnTheirStep() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(customer, "true");

        var asking = customer.post(draft + "/steps/3", form("0", "next", "development", "yes"));

        assertThat(asking.uri().getPath()).isEqualTo(draft + "/steps/3");
        var page = Jsoup.parse(asking.body());
        assertThat(page.select("[role=status]").text()).contains("They ask for more");
        assertThat(page.select("#q-developed")).hasSize(1);
    }

    @Test
    void whatFitsNoQuestionIsRefusedAndStaysInTheForm() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(customer, "true");
        var wrong = Map.of(
                "agents", "a lot",
                "sourcing", "attic",
                "excluded", "x".repeat(100_000),
                "supervisors", "1\u0007");
        for (var answer : wrong.entrySet()) {
            var refused = customer.post(draft + "/steps/2", form("0", "next", answer.getKey(), answer.getValue()));
            assertThat(refused.statusCode()).as(answer.getKey()).isEqualTo(422);
            var page = Jsoup.parse(refused.body());
            assertThat(page.select("#q-" + answer.getKey() + "-error"))
                    .as(answer.getKey())
                    .hasSize(1);
        }
        var refused = customer.post(draft + "/steps/2", form("0", "next", "agents", "a lot"));
        assertThat(Jsoup.parse(refused.body()).select("#q-agents").val()).isEqualTo("a lot");
        assertThat(stored(draft).version()).isZero();
    }

    @Test
    void whoeverIsSecondIsShownBothAnswers() throws Exception {
        var one = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(one, "false");
        var other = HttpBrowser.signedIn(engagement.vendor());

        one.post(draft + "/steps/2", form("0", "next", "agents", "40"));
        var second = other.post(draft + "/steps/2", form("0", "next", "agents", "60"));

        assertThat(second.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(second.body());
        assertThat(page.select(".conflict td").eachText()).containsExactly("40", "60");
        assertThat(page.select("#q-agents").val()).isEqualTo("60");
        assertThat(stored(draft).answers().values()).containsEntry("agents", List.of("40"));

        other.post(draft + "/steps/2", form(page.select("[name=version]").val(), "next", "agents", "60"));
        assertThat(stored(draft).answers().values()).containsEntry("agents", List.of("60"));
    }

    @Test
    void privateAnswersAreUnseenByTheOtherSide() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        var vendor = HttpBrowser.signedIn(engagement.vendor());
        String draft = begin(customer, "true");

        assertThat(vendor.get(draft).statusCode()).isEqualTo(404);
        assertThat(vendor.get(draft + "/steps/1").statusCode()).isEqualTo(404);
        assertThat(vendor.post(draft + "/document", Map.of()).statusCode()).isEqualTo(404);
        assertThat(vendor.post(draft + "/discard", Map.of()).statusCode()).isEqualTo(404);
        assertThat(page(vendor, engagement.path("sow/new")).select(".begun-draft"))
                .isEmpty();
        assertThat(HttpBrowser.signedIn(engagement.stranger()).get(draft).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAnswersMakeAnotherVersionOfTheSameStatement() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(customer, "true");
        SowDraft.answerAll(engagement, idIn(draft));
        var first = SowDraft.await(engagement, run(customer.post(draft + "/document", Map.of())));
        String sow = String.valueOf(first.result()).replaceAll("^sow/|/review$", "");

        customer.post(draft + "/steps/2", form(String.valueOf(stored(draft).version()), "next", "agents", "210"));
        var second = SowDraft.await(engagement, run(customer.post(draft + "/document", Map.of("sow", sow))));

        assertThat(second.result()).isEqualTo(first.result());
        var review = page(customer, engagement.path(String.valueOf(second.result())));
        assertThat(review.select(".document-text").text()).contains("for 210 agents");
        assertThat(review.select("article.obligation").size()).isGreaterThan(100);
        assertThat(page(customer, draft).select("[role=status]").text()).contains("A document was made");
    }

    @Test
    void thereIsNoTemplateAndNoStepOfAnotherName() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String draft = begin(customer, "true");

        assertThat(customer.post(engagement.path("sow/new"), Map.of("template", "tecnology"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(customer.post(draft + "/document", Map.of("sow", "none")).statusCode())
                .isEqualTo(404);
        assertThat(customer.get(draft + "/steps/0").statusCode()).isEqualTo(404);
        assertThat(customer.get(draft + "/steps/99").statusCode()).isEqualTo(404);
    }

    private String begin(HttpBrowser browser, String privately) throws IOException, InterruptedException {
        var begun = browser.post(engagement.path("sow/new"), Map.of("template", "technology", "privately", privately));
        assertThat(begun.statusCode()).isEqualTo(200);
        return begun.uri().getPath().replaceFirst("/steps/1$", "");
    }

    private TemplateDraft stored(String draft) {
        TestPerson customer = engagement.customer();
        return customer.asks(() -> app.get(TemplateDrafts.class).get(engagement.id(), idIn(draft)));
    }

    private static TemplateDraftId idIn(String address) {
        return TemplateDraftId.of(address.replaceFirst("/(?:steps/\\d+)?$", "").replaceFirst(".*/", ""));
    }

    private static RunId run(HttpResponse<String> answer) {
        String path = answer.uri().getPath();
        assertThat(path).contains("/runs/");
        return RunId.of(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Map<String, String> form(String version, String go, String question, String answer) {
        var form = new HashMap<String, String>();
        form.put("version", version);
        form.put("go", go);
        form.put("asked", question);
        form.put("a." + question, answer);
        return form;
    }

    private static Document page(HttpBrowser browser, String path) throws IOException, InterruptedException {
        return Jsoup.parse(browser.get(path).body());
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
