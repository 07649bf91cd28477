package org.fram.app.raid.delay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.platform.texts.Texts;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// What one side waited for because of another.
class DelayTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Texts WORDS = Texts.in(Locale.UK);

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void whatTheOtherSideOwesAndIsOverdueBecomesADelayInItsWords() {
        var action = engagement.add(
                me,
                "actions",
                Map.of("text", "Send the numbers", "owner", engagement.vendor().email(), "due", today.minusDays(5)));
        String key = "action " + action.id();
        var keeping = APP.get(KeepingDelay.class);
        assertThat(keep(keeping, key)).isInstanceOf(RaidOutcome.Done.class);

        assertThat(delays()).singleElement().satisfies(delay -> {
            assertThat(delay.text()).contains("Send the numbers");
            assertThat(delay.party()).isEqualTo("Cloud Vendor");
            assertThat(delay.began()).isEqualTo(today.minusDays(4));
            assertThat(delay.ended()).isNull();
            assertThat(delay.days(today)).isEqualTo(5);
        });
        // Nobody notes the same twice while it lasts.
        assertThat(keep(keeping, key)).isInstanceOf(RaidOutcome.Refused.class);
        engagement.change(me, "actions", action, Map.of("done", today));
        assertThat(keep(keeping, key)).isInstanceOf(RaidOutcome.Refused.class);
        assertThat(keep(keeping, "nothing")).isInstanceOf(RaidOutcome.Refused.class);
    }

    @Test
    void aDelayEndsNotBeforeItBegan() {
        assertThatThrownBy(() -> engagement.add(
                        me,
                        "delays",
                        Map.of("text", "Late", "party", "Carrier", "began", today, "ended", today.minusDays(1))))
                .hasMessageContaining("raid.refused.ended");
    }

    @Test
    void whatAPartyKeepsToItselfIsNoEvidenceForTheOther() {
        engagement.add(me, "delays", Map.of("text", "Late", "party", "Cloud Vendor", "began", today, "seenBy", true));
        assertThat(delays()).hasSize(1);
        assertThat(engagement.vendor().asks(() -> APP.get(Delays.class).of(engagement.id())))
                .isEmpty();
    }

    @DeskAndPhone
    void onMondayTheLookAheadShowsWhoIsWaitedForAndKeepsItAsEvidence(Look look) {
        engagement.add(
                me,
                "actions",
                Map.of("text", "Send the numbers", "owner", engagement.vendor().email(), "due", today.minusDays(5)));
        engagement.add(
                me,
                "delays",
                Map.of(
                        "text", "The test lines were not there",
                        "party", "Cloud Vendor",
                        "began", today.minusDays(60),
                        "ended", today.minusDays(41),
                        "cause", "They were ordered for another office.",
                        "change", "CR-1"));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("waiting"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Note as a delay"))
                    .click();
            assertThat(page.locator(".key-figures")).containsText("25 days");
            browser.check("delays");
            browser.go(engagement.path("waiting"));
            assertThat(page.locator("main")).containsText("Noted as a delay");
            browser.check("waiting");
        }
    }

    private RaidOutcome keep(KeepingDelay keeping, String key) {
        return keeping.keep(
                me.actor(), engagement.id(), engagement.vendor().id().toString(), key, WORDS);
    }

    private List<Delay> delays() {
        return me.asks(() -> APP.get(Delays.class).of(engagement.id()));
    }
}
