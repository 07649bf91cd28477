package org.fram.app.kpi.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Objectives are entered, confirmed by an executive, and held against KPIs, on pages.
class AlignmentPageTest {

    private static final AtomicInteger EXECUTIVES = new AtomicInteger();

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows objectives = new SampleRows(engagement, "objectives");
    private final SampleRows kpis = new SampleRows(engagement, "kpis");

    @DeskAndPhone
    void anObjectiveIsEnteredConfirmedByItsExecutiveAndHeldAgainstKpis(Look look) throws Exception {
        String email = "executive%d@alignment.example".formatted(EXECUTIVES.incrementAndGet());
        try (var browser = Browser.open(look);
                var executive = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path("alignment"));
            browser.check("alignment-empty");
            var page = browser.page();
            page.locator("main").getByText("Add an objective").click();
            page.locator(".form-part [name=text]").fill("Callers wait no longer in peak weeks than in others.");
            page.locator("[name=measure]").fill("80 % are answered within 60 seconds, in each peak week.");
            page.locator("[name=weight]").fill("60");
            page.locator("[name=executive]").fill("Head of the service");
            page.locator("[name=level]").selectOption("top");
            page.locator(".form-part button.btn-primary").click();
            assertThat(page.getByText("Not confirmed")).isVisible();
            browser.check("objectives");
            others();

            page.getByText("Not confirmed").click();
            assertThat(page.getByLabel("OBJ-1:")).isChecked();
            assertThat(page.getByLabel("Executive, by name or position")).hasValue("Head of the service");
            page.getByLabel("OBJ-2:").check();
            page.getByLabel("E-mail").fill(email);
            browser.check("confirmations-ask");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the link"))
                    .click();
            assertThat(page.getByText("Asked, no answer yet")).hasCount(2);

            executive.go(TestMail.await(email, 1).getFirst().link("/guest"));
            var form = executive.page();
            assertThat(form.getByText("80 % are answered within 60 seconds")).isVisible();
            assertThat(form.getByText("Its weight among all objectives: 60 %")).isVisible();
            executive.check("guest-objectives");
            form.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("OBJ-1"))
                    .getByLabel("I confirm it")
                    .check();
            var second = form.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("OBJ-2"));
            second.getByLabel("I object").check();
            form.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(form.getByText("OBJ-2: say in 1 to")).isVisible();
            executive.check("guest-objectives-refused");
            second.getByLabel("If you object: why").fill("A tenth is not what we agreed in spring.");
            form.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(form.getByText("Your answer has arrived")).isVisible();

            page.reload();
            assertThat(page.getByText("A tenth is not what we agreed in spring."))
                    .isVisible();
            browser.check("confirmations");
            browser.go(engagement.path("alignment"));
            assertThat(page.getByText("confirmed by Head of the service")).isVisible();
            assertThat(page.locator(".kpi-notes")).containsText("“First contact resolution” promises 70 %");
            assertThat(page.locator(".kpi-notes")).containsText("ends it before the matter is solved");
            assertThat(page.locator(".kpi-notes")).containsText("No KPI shows whether it comes true");
            assertThat(page.locator(".kpi-picture .serves")).hasCount(3);
            browser.check("alignment");
            page.locator(".kpi-notes")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("OBJ-3"))
                    .first()
                    .click();
            assertThat(page.locator(".form-part [name=text]")).hasValue("Nobody has to call twice.");
        }
    }

    @Test
    void wordsThatChangedAfterTheyWereConfirmedAreShownAsNotConfirmed() throws Exception {
        var row = objectives.added(engagement.customer(), "Nobody waits.", "executive", "Head of the service");
        String email = "executive%d@alignment.example".formatted(EXECUTIVES.incrementAndGet());
        var owner = HttpBrowser.signedIn(engagement.customer());
        String address = engagement.path("objectives/confirmations");
        assertThat(owner.get(address + "?objective=" + row.id()).body())
                .contains("value=\"Head of the service\"")
                .contains("value=\"" + row.id() + "\" checked");
        assertThat(owner.post(address, Map.of("email", email, "name", "Head", "question", "So?", "last", "2020-01-01"))
                        .statusCode())
                .isEqualTo(422);
        owner.post(
                address,
                Map.of(
                        "objective",
                        row.id().toString(),
                        "email",
                        email,
                        "name",
                        "Head of the service",
                        "question",
                        "So?",
                        "last",
                        LocalDate.now(ZoneOffset.UTC).plusDays(3).toString()));
        String link = TestMail.await(email, 1).getFirst().link("/guest");
        var guest = HttpBrowser.stranger();
        String id = guest.get(link).body().replaceFirst("(?s).*name=\"says-([0-9a-f-]{36})\".*", "$1");
        assertThat(guest.post(
                                "/guest",
                                Map.of(
                                        "link",
                                        link.substring(link.indexOf('=') + 1),
                                        "says-" + id,
                                        "confirms",
                                        "reason-" + id,
                                        ""))
                        .body())
                .contains("Your answer has arrived");
        assertThat(owner.get(engagement.path("alignment")).body()).contains("confirmed by Head of the service");

        objectives.changed(engagement.customer(), row.id(), new Seen.Version(0), "text", "Hardly anybody waits.");

        assertThat(owner.get(engagement.path("alignment")).body()).contains("Confirmed for other words");
        assertThat(owner.get(engagement.path("registers/objectives")).body()).contains("Confirmed for other words");
        assertThat(owner.get(address).body()).contains("It said then:").contains("Nobody waits.");
    }

    @DeskAndPhone
    void theFormulasOfAKpiStandOneBelowTheOther(Look look) {
        var row = kpis.added(engagement.customer(), "Service level", "formula", "answered / offered");
        kpis.changed(
                engagement.vendor(),
                row.id(),
                new Seen.Version(0),
                "formula",
                "(answered within 60 s) / (answered + abandoned after 60 s)");
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path("alignment"));
            browser.page()
                    .locator("main")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Formulas KPI-1"))
                    .click();
            assertThat(browser.page().getByText("Version 2")).isVisible();
            assertThat(browser.page().getByText("by " + engagement.vendor().name()))
                    .isVisible();
            assertThat(browser.page().getByText("In use")).hasCount(1);
            browser.check("formulas");
            browser.go(engagement.path("registers/kpis") + "?columns=text,formula");
            browser.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("versions"))
                    .click();
            assertThat(browser.page().getByText("Version 1")).isVisible();
        }
    }

    private void others() {
        var person = engagement.customer();
        objectives.added(
                person,
                "Running costs fall by a tenth within a year.",
                "weight",
                new BigDecimal("20"),
                "executive",
                "Head of finance",
                "level",
                "leadership");
        objectives.added(person, "Nobody has to call twice.");
        kpi("Service level", "higher", "80", "71", "%", List.of("OBJ-1"), "within 60 seconds");
        kpi("Average handle time", "lower", "300", "342", "seconds", List.of("OBJ-2"), null);
        kpi("First contact resolution", "higher", "70", "74", "%", List.of("OBJ-1"), null);
        kpi("Occupancy", "higher", "88", "81", "%", List.of(), null);
    }

    private void kpi(
            String name,
            String direction,
            String target,
            String baseline,
            String unit,
            List<String> serves,
            @Nullable String terms) {
        kpis.added(
                engagement.customer(),
                name,
                "direction",
                direction,
                "target",
                new BigDecimal(target),
                "baseline",
                new BigDecimal(baseline),
                "unit",
                unit,
                "objectives",
                serves,
                "terms",
                terms);
    }
}
