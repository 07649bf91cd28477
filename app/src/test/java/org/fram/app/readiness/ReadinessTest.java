package org.fram.app.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is signed off before people work with the new platform, and what ends with the old one.
class ReadinessTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final SampleRows signOffs = new SampleRows(engagement, "sign-offs");
    private final SampleRows exits = new SampleRows(engagement, "legacy-exit");

    @Test
    void nothingIsSignedOffWithoutSomebodyAndWithoutEvidence() {
        assertThat(refused(signOffs.add(me, "Firewall", "kind", "firewall", "signedOff", today)))
                .containsExactlyInAnyOrder("signedBy", "evidence");
        assertThat(refused(signOffs.add(
                        me, "Firewall", "kind", "firewall", "signedOff", today, "signedBy", "Network engineer")))
                .containsExactly("evidence");
        signOffs.added(
                me,
                "Firewall",
                "kind",
                "firewall",
                "signedOff",
                today,
                "signedBy",
                "Network engineer",
                "evidence",
                "https://records.example/firewall");
    }

    @Test
    void noticeIsGivenBeforeTheEndAndWhatIsKeptIsKeptBeyondIt() {
        assertThat(refused(exits.add(me, "Maintenance", "kind", "contract-notice", "noticeBy", today, "endsOn", today)))
                .containsExactly("noticeBy");
        assertThat(refused(exits.add(me, "Recordings", "kind", "recordings", "endsOn", today, "keepUntil", today)))
                .containsExactly("keepUntil");
        exits.added(
                me,
                "Maintenance",
                "kind",
                "contract-notice",
                "noticeBy",
                today,
                "endsOn",
                today.plusDays(1),
                "keepUntil",
                today.plusDays(2));
    }

    /// Days from today until the last day of notice.
    @ParameterizedTest
    @CsvSource({
        "31, , , LATER",
        "30, , , NEAR",
        "0, , , NEAR",
        "-1, , , MISSED",
        "-1, -2, , GIVEN",
        "-1, , -2, GIVEN",
        " , , , NONE"
    })
    void aNoticeStandsOutThirtyDaysBeforeItsLastDay(
            @Nullable Integer noticeBy, @Nullable Integer given, @Nullable Integer done, Notice.State expected) {
        var row = exits.added(
                me,
                "Maintenance",
                "kind",
                "contract-notice",
                "noticeBy",
                inDays(noticeBy),
                "noticeGiven",
                inDays(given),
                "done",
                inDays(done));

        assertThat(Notice.of(row, today).state()).isEqualTo(expected);
    }

    @Test
    void whoeverOwnsOneIsToldByTheDayThatCountsNext() {
        var lead = engagement.member(
                "Lead of the network", engagement.customerParty(), Role.CONTRIBUTOR, ProjectRole.IT_LEAD);
        signOffs.added(me, "Firewall", "kind", "firewall", "owner", "IT lead", "due", today.plusDays(9));
        exits.added(
                me,
                "Maintenance",
                "kind",
                "contract-notice",
                "owner",
                lead.name(),
                "noticeBy",
                today.plusDays(3),
                "endsOn",
                today.plusDays(90));
        exits.added(
                me,
                "Hosting",
                "kind",
                "contract-notice",
                "owner",
                lead.email(),
                "noticeBy",
                today.minusDays(3),
                "noticeGiven",
                today.minusDays(4),
                "endsOn",
                today.plusDays(60));
        exits.added(me, "Lines", "kind", "carrier-disconnect", "owner", lead.name(), "done", today);

        var owed = lead.asks(() -> APP.get(ToDo.class).of(lead.actor()));

        assertThat(owed.stream().map(line -> line.item().what().key()))
                .containsExactly("readiness.owed.noticeBy", "readiness.owed.due", "readiness.owed.endsOn");
        assertThat(owed.stream().map(line -> line.item().due()))
                .containsExactly(today.plusDays(3), today.plusDays(9), today.plusDays(60));
        assertThat(owed).allSatisfy(line -> assertThat(line.item().reminders()).isNotEmpty());
    }

    @Test
    void whoeverLeavesHandsOnWhatTheyOwnByName() {
        var owner = engagement.member("Planner", engagement.customerParty(), Role.CONTRIBUTOR, ProjectRole.IT_LEAD);
        signOffs.added(me, "Firewall", "kind", "firewall", "owner", "Planner");
        signOffs.added(me, "Desks", "kind", "desktop", "owner", "IT lead");
        exits.added(me, "Lines", "kind", "carrier-disconnect", "owner", "Planner", "done", today);
        var duties = APP.get(OwnedReadiness.class);
        assertThat(me.asks(() -> duties.of(engagement.id(), owner.id()))).hasSize(1);

        me.asks(() -> {
            duties.handOn(me.actor(), engagement.id(), owner.id(), me.id());
            return true;
        });

        assertThat(signOffs.seenBy(me).stream().map(row -> row.get("owner"))).containsExactly(me.name(), "IT lead");
        assertThat(exits.seenBy(me).getFirst().get("owner")).isEqualTo("Planner");
    }

    @Test
    void whatIsUsualIsOfferedSiteBySiteUntilItIsThere() {
        var shaping = APP.get(ShapingEngagement.class);
        shaping.addSite(me.actor(), engagement.id(), "Harbour office", ZoneId.of("Europe/Lisbon"), 40);
        engagement.retarget(me, LocalDate.of(2027, 6, 30));
        var offers = offers();
        var firewall = offers.stream()
                .filter(offer -> offer.kind() == SignOffKind.FIREWALL)
                .toList();
        assertThat(firewall)
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.site()).isEqualTo("Harbour office"));
        assertThat(offers.stream().map(AddingUsual.Offer::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(SignOffKind.values());

        int added = APP.get(AddingUsual.class)
                .add(me.actor(), engagement.id(), Set.of(firewall.getFirst().key(), "no such thing"));

        assertThat(added).isEqualTo(1);
        var row = signOffs.seenBy(me, Query.ALL).getFirst();
        assertThat(row.get("text")).isEqualTo(firewall.getFirst().what());
        assertThat(row.get("site")).isEqualTo("Harbour office");
        assertThat(row.get("due")).isEqualTo(firewall.getFirst().due());
        assertThat(firewall.getFirst().due()).isEqualTo(LocalDate.of(2027, 6, 9));
        assertThat(offers()).hasSize(offers.size() - 1).doesNotContain(firewall.getFirst());

        // A site that comes later is offered all of it.
        shaping.addSite(me.actor(), engagement.id(), "Island office", ZoneId.of("Atlantic/Azores"), 10);
        assertThat(offers().stream().map(AddingUsual.Offer::site)).contains("Island office");
        assertThat(APP.get(AddingUsual.class).add(me.actor(), engagement.id(), keys(offers())))
                .isPositive();
        assertThat(offers()).isEmpty();
    }

    @Test
    void whoeverOnlyReadsAddsNothing() {
        var viewer = engagement.member("Reader", engagement.customerParty(), Role.VIEWER);

        assertThatThrownBy(() -> APP.get(AddingUsual.class).add(viewer.actor(), engagement.id(), keys(offers())))
                .isInstanceOf(NotAllowedException.class);
        assertThat(signOffs.seenBy(me)).isEmpty();
    }

    @Test
    void thePageShowsWhatPressesAndWithoutScriptsOneBeginsWithWhatIsUsual() throws Exception {
        exits.added(
                me,
                "Maintenance of the old platform",
                "kind",
                "contract-notice",
                "noticeBy",
                today.plusDays(12),
                "endsOn",
                today.plusDays(100));
        var browser = HttpBrowser.signedIn(me);
        var page = Jsoup.parse(browser.get(engagement.path("readiness")).body());
        assertThat(page.select("ul[aria-labelledby=notices]").text())
                .contains("Maintenance of the old platform", "Notice of a contract", "Give notice by");

        var form = Jsoup.parse(browser.get(engagement.path("readiness/usual")).body());
        assertThat(form.select("input[name=chosen]")).isNotEmpty().allMatch(field -> field.hasAttr("checked"));
        browser.post(
                engagement.path("readiness/usual"),
                Map.of("chosen", form.select("input[name=chosen]").attr("value")));
        assertThat(signOffs.seenBy(me)).hasSize(1);
        assertThat(Jsoup.parse(browser.get(engagement.path("readiness")).body())
                        .select("ul[aria-labelledby=sign-offs] li"))
                .hasSize(1);
    }

    @Test
    void whatIsPrivateIsOnNobodyElsesPage() throws Exception {
        signOffs.added(me, "Security of the vendor itself", "kind", "security", "seenBy", true);

        assertThat(HttpBrowser.signedIn(engagement.vendor())
                        .get(engagement.path("readiness"))
                        .body())
                .doesNotContain("Security of the vendor itself");
    }

    @Test
    void othersReferToARowByItsNumberWhereTheySeeIt() {
        var row = signOffs.added(me, "Firewall", "kind", "firewall", "seenBy", true);
        var named = APP.get(NamedReadiness.class);

        assertThat(me.asks(() -> named.find(engagement.id(), row.ref().toLowerCase(Locale.ROOT))))
                .hasValueSatisfying(thing -> {
                    assertThat(thing.text()).isEqualTo("Firewall");
                    assertThat(thing.path()).isEqualTo("registers/sign-offs/rows/" + row.id());
                });
        assertThat(engagement.vendor().asks(() -> named.find(engagement.id(), row.ref())))
                .isEmpty();
    }

    private @Nullable LocalDate inDays(@Nullable Integer days) {
        return days == null ? null : today.plusDays(days);
    }

    private List<AddingUsual.Offer> offers() {
        return me.asks(() -> APP.get(AddingUsual.class).offers(engagement.id()));
    }

    private static Set<String> keys(List<AddingUsual.Offer> offers) {
        var keys = new HashSet<String>();
        offers.forEach(offer -> keys.add(offer.key()));
        return keys;
    }

    private static Set<String> refused(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Refused(var reasons) ? reasons.keySet() : Set.of();
    }
}
