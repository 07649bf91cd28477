package org.fram.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.register.Rows.Enough;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What has a date stands on the calendar of whoever may see it, as a page and for calendar programs.
class CalendarsTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Enough SOME = new Enough(50, 50);

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
    private final SampleRows actions = new SampleRows(engagement, "actions");

    @Test
    void aRowStandsThereByWhatItsRegisterSaysOfItsDays() {
        var open = actions.added(me, "Call the carrier", "due", today.minusDays(1), "owner", me.name());
        var done = actions.added(me, "Call the bank", "due", today.minusDays(1), "done", today);
        new SampleRows(engagement, "blackouts")
                .added(me, "Peak weeks", "begins", today.plusDays(3), "ends", today.plusDays(9));
        actions.added(me, "Some day");

        var all = of(me);

        var call = only(all, "row " + open.id() + " due");
        assertThat(call.entry().thing()).isEqualTo(open.ref() + " Call the carrier");
        assertThat(call.entry().path()).isEqualTo("registers/actions/rows/" + open.id());
        assertThat(call.overdue()).isTrue();
        assertThat(call.mine()).isTrue();
        var bank = only(all, "row " + done.id() + " due");
        assertThat(bank.overdue()).isFalse();
        assertThat(bank.entry().standing()).isEqualTo(Dated.Standing.DONE);
        var peak = all.stream()
                .filter(one -> one.kind().equals("plan.blackout.title"))
                .findFirst()
                .orElseThrow();
        assertThat(peak.isOn(today.plusDays(2))).isFalse();
        assertThat(peak.isOn(today.plusDays(6))).isTrue();
        assertThat(peak.isOn(today.plusDays(10))).isFalse();
        assertThat(peak.entry().standing()).isEqualTo(Dated.Standing.FIXED);
        assertThat(all).hasSize(3);
    }

    @Test
    void itIsMineOrMyPartysByTheWordsOfAnOwner() {
        var lead = engagement.member(
                "Lead of the network", engagement.customerParty(), Role.CONTRIBUTOR, ProjectRole.IT_LEAD);
        var mine = actions.added(me, "One", "due", today, "owner", me.email());
        var colleagues = actions.added(me, "Two", "due", today, "owner", "it lead");
        var theirs = actions.added(
                me, "Three", "due", today, "owner", engagement.vendor().name());
        var partys = actions.added(me, "Five", "due", today, "owner", customer(engagement));
        var nobodys = actions.added(me, "Four", "due", today, "owner", "An office");

        assertThat(keys(me, Whom.ME)).containsExactly(key(mine));
        assertThat(keys(me, Whom.PARTY)).containsExactlyInAnyOrder(key(mine), key(colleagues), key(partys));
        assertThat(keys(lead, Whom.ME)).containsExactly(key(colleagues));
        assertThat(keys(engagement.vendor(), Whom.PARTY)).containsExactly(key(theirs));
        assertThat(keys(me, Whom.EVERYBODY))
                .containsExactlyInAnyOrder(key(mine), key(colleagues), key(theirs), key(partys), key(nobodys));
        for (var whom : Whom.values()) {
            assertThat(keys(me, whom))
                    .isEqualTo(of(me).stream()
                            .filter(whom::has)
                            .map(CalendarsTest::key)
                            .toList());
        }
    }

    @Test
    void whoeverLooksAtSomeDaysGetsWhatFallsIntoThemAndWhatIsOpenOfBefore() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        new SamplePlan(engagement).bringIn(SamplePlan.small(10));
        engagement.retarget(me, LocalDate.of(2027, 6, 1));
        var first = LocalDate.of(2027, 1, 1);
        for (int k = 0; k < 30; k++) {
            actions.added(me, "Call " + k, "due", first.plusDays(k * 3L), "done", k % 3 == 0 ? first : null);
            if (k % 5 == 0) {
                new SampleRows(engagement, "blackouts")
                        .added(me, "Weeks " + k, "begins", first.plusDays(k * 3L), "ends", first.plusDays(k * 5L));
            }
        }
        var all = of(me);
        for (int from = -2; from < 160; from += 9) {
            var wish = new Wish(first.plusDays(from), first.plusDays(from + from % 12 + 2), "", Whom.EVERYBODY, SOME);
            assertThat(of(me, wish).stream()
                            .filter(one -> isOf(one, wish))
                            .map(CalendarsTest::key)
                            .toList())
                    .isEqualTo(all.stream()
                            .filter(one -> isOf(one, wish))
                            .map(CalendarsTest::key)
                            .toList());
            // Nobody gets much more than that.
            assertThat(of(me, wish))
                    .allMatch(one -> isOf(
                            one,
                            new Wish(wish.from().minusDays(1), wish.until().plusDays(1), "", Whom.EVERYBODY, SOME)));
        }
    }

    @Test
    void ofVeryCrowdedDaysSomeAreReadAndTheOthersCounted() {
        for (int k = 0; k < 200; k++) {
            actions.added(me, "Call " + k, "due", today.plusDays(k % 10 - 5), "done", k % 3 == 0 ? today : null);
        }
        actions.added(me, "Call long ago", "due", today.minusDays(400));
        var from = today.minusDays(2);
        var until = today.plusDays(3);
        var all = seen(me, new Wish(from, until, "", Whom.EVERYBODY, Enough.ALL));
        var some = seen(me, new Wish(from, until, "", Whom.EVERYBODY, new Enough(7, 3)));

        assertThat(all.beyond()).isEmpty();
        for (var day = from.minusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            var of = on(all.some(), day, from);
            var read = on(some.some(), day, from);
            int enough = day.isBefore(from) ? 3 : 7;
            assertThat(read).hasSize(enough);
            assertThat(of.stream().map(CalendarsTest::key).toList())
                    .containsAll(read.stream().map(CalendarsTest::key).toList());
            assertThat(some.beyond().get(day))
                    .isEqualTo(new Calendars.Beyond(of.size() - enough, overdue(of) - overdue(read)));
        }
        // What waits longest is there.
        assertThat(some.some().getFirst().entry().thing()).endsWith("Call long ago");
        // One's own are all there.
        assertThat(seen(me, new Wish(from, until, "", Whom.PARTY, SOME)).beyond())
                .isEmpty();
    }

    /// What is on a day; of the day before a first one, all that is before.
    private static List<Happening> on(List<Happening> all, LocalDate day, LocalDate from) {
        return all.stream()
                .filter(one -> day.isBefore(from)
                        ? one.first().isBefore(from)
                        : one.first().equals(day))
                .toList();
    }

    private static int overdue(List<Happening> some) {
        return (int) some.stream().filter(Happening::overdue).count();
    }

    private static boolean isOf(Happening one, Wish wish) {
        return !one.first().isAfter(wish.until())
                && (!one.last().isBefore(wish.from()) || one.entry().standing() == Dated.Standing.OPEN);
    }

    @Test
    void aKindThatIsAskedForComesAloneAndEachIsKnown() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        new SamplePlan(engagement).bringIn(SamplePlan.small(10));
        actions.added(me, "Call the carrier", "due", today);
        new SampleRows(engagement, "issues").added(me, "No line", "due", today);
        var all = of(me);
        var known = APP.get(Calendars.class).kinds().stream().map(Text::key).toList();

        assertThat(all.stream().map(Happening::kind).distinct())
                .hasSizeGreaterThan(4)
                .isSubsetOf(known);
        for (String kind : known) {
            var wish = new Wish(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1), kind, Whom.EVERYBODY, SOME);
            assertThat(of(me, wish).stream().map(CalendarsTest::key).toList())
                    .isEqualTo(all.stream()
                            .filter(one -> one.kind().equals(kind))
                            .map(CalendarsTest::key)
                            .toList());
        }
    }

    @Test
    void obligationsStandThereWithTheirDaysAndTheTargetToo() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        engagement.retarget(me, LocalDate.of(2027, 6, 1));

        var obligations = of(me).stream()
                .filter(one -> one.kind().equals("sow.obligations"))
                .map(Happening::first)
                .toList();
        assertThat(obligations).containsExactly(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 3, 1));
        assertThat(of(me).stream()
                        .filter(one -> one.kind().equals("engagement.calendar.goLive"))
                        .map(Happening::first))
                .containsExactly(LocalDate.of(2027, 6, 1));
        // The statement of work is still the customer’s own.
        assertThat(of(engagement.vendor())).noneMatch(one -> one.kind().equals("sow.obligations"));
        sow.share();
        assertThat(of(engagement.vendor()))
                .filteredOn(one -> one.kind().equals("sow.obligations"))
                .hasSize(2);
    }

    @Test
    void milestonesAndEndsOfActivitiesStandThere() throws Exception {
        new SamplePlan(engagement).bringIn(SamplePlan.small(10));

        var all = of(me);

        // Work begins on Monday, 4 January 2027: two weeks, four weeks, and two weeks of testing.
        assertThat(all.stream()
                        .filter(one -> one.kind().equals("plan.calendar.milestones"))
                        .map(one -> one.entry().thing() + " " + one.first()))
                .containsExactly("6 Go-live 2027-02-26");
        assertThat(all.stream()
                        .filter(one -> one.kind().equals("plan.calendar.activities"))
                        .map(one -> one.entry().thing() + " " + one.first()))
                .contains("2 Design workshops 2027-01-15", "3 Configure queues 2027-02-12")
                .doesNotContain("1 Move to the cloud 2027-03-19");
    }

    @Test
    void aQuestionToAGuestStandsThereUntilItIsAnsweredForWhoeverAsked() {
        var expires = today.plusDays(6).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var outcome = APP.get(InvitingGuests.class)
                .invite(
                        me.actor(),
                        engagement.id(),
                        new InvitingGuests.Wish(
                                "guest@elsewhere.example", "Counsel", null, "May we record?", expires, true));
        assertThat(outcome).isNotInstanceOf(InvitingGuests.Outcome.Refused.class);

        var link = of(me).stream()
                .filter(one -> one.kind().equals("guests.calendar.links"))
                .findFirst()
                .orElseThrow();
        assertThat(link.entry().thing()).isEqualTo("Counsel");
        assertThat(link.first()).isEqualTo(today.plusDays(6));
        assertThat(link.mine()).isTrue();
        assertThat(of(engagement.vendor())).isEmpty();
    }

    @Test
    void aProgramReadsWhatItsPersonSeesAndNothingElse() throws Exception {
        var hidden = actions.added(me, "Look for another vendor", "due", today.plusDays(2), "seenBy", true);
        var shown = actions.added(me, "Send the list, with prices; and terms", "due", today.plusDays(4));
        var mine = feed(me);
        var theirs = feed(engagement.vendor());

        assertThat(uids(mine)).contains(uid(hidden), uid(shown));
        assertThat(uids(theirs)).contains(uid(shown)).doesNotContain(uid(hidden));
        assertThat(theirs).doesNotContain("another vendor");
        var event = event(mine, uid(shown));
        assertThat(value(event, Property.SUMMARY))
                .isEqualTo(shown.ref() + " Send the list, with prices; and terms: Due");
        assertThat(value(event, Property.URL)).endsWith(engagement.path("registers/actions/rows/" + shown.id()));
        assertThat(value(event, Property.DTSTART))
                .isEqualTo(today.plusDays(4).toString().replace("-", ""));
        String written = value(event, Property.LAST_MODIFIED);

        // The same thing keeps its name when it moves, and says that it was written.
        Thread.sleep(1100);
        actions.changed(me, shown.id(), new Seen.Version(shown.version()), "due", today.plusDays(5), "done", today);
        var moved = event(feed(me), uid(shown));
        assertThat(value(moved, Property.DTSTART))
                .isEqualTo(today.plusDays(5).toString().replace("-", ""));
        assertThat(value(moved, Property.SUMMARY)).startsWith("✓ ");
        assertThat(value(moved, Property.LAST_MODIFIED)).isGreaterThan(written);
    }

    @Test
    void whoeverLeftAnEngagementReadsItNoMore() throws Exception {
        var row = actions.added(me, "Call the carrier", "due", today);
        var member = engagement.member("Planner", engagement.customerParty(), Role.VIEWER);
        String path = path(APP.get(MakingFeed.class).make(member.actor(), Whom.EVERYBODY));
        assertThat(uids(HttpBrowser.stranger().get(path).body())).contains(uid(row));

        APP.get(ManagingPeople.class).remove(me.actor(), engagement.id(), member.id());

        assertThat(uids(HttpBrowser.stranger().get(path).body())).isEmpty();
    }

    @Test
    void anAddressIsGoodUntilItIsWithdrawnOrAnotherIsMade() throws Exception {
        var making = APP.get(MakingFeed.class);
        var stranger = HttpBrowser.stranger();
        String first = path(making.make(me.actor(), Whom.EVERYBODY));
        var answer = stranger.get(first);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        String second = path(making.make(me.actor(), Whom.EVERYBODY));
        assertThat(stranger.get(first).statusCode()).isEqualTo(404);
        assertThat(stranger.get(second).statusCode()).isEqualTo(200);
        assertThat(me.asks(() -> APP.get(Feeds.class).of(me.id())).orElseThrow().used())
                .isNotNull();

        making.withdraw(me.actor());
        making.withdraw(me.actor());
        var gone = stranger.get(second);
        var unknown = stranger.get(MakingFeed.PATH + "?key=" + "x".repeat(43));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(stranger.get(MakingFeed.PATH).statusCode()).isEqualTo(404);
        // Nobody learns by the answer whether there was one once.
        assertThat(gone.body()).isEqualTo(unknown.body()).isEmpty();
    }

    @Test
    void nobodyElseSeesThatSomebodyHasAnAddress() {
        APP.get(MakingFeed.class).make(me.actor(), Whom.EVERYBODY);

        assertThat(engagement.vendor().asks(() -> APP.get(Feeds.class).of(me.id())))
                .isEmpty();
    }

    @Test
    void anEngagementIsTakenAlongAsAFile() throws Exception {
        var row = actions.added(me, "Call the carrier", "due", today);
        var other = TestEngagement.create();
        new SampleRows(other, "actions").added(other.customer(), "Elsewhere", "due", today);

        var file = HttpBrowser.signedIn(me).get(engagement.path("calendar.ics"));

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("Move to the cloud.ics");
        assertThat(uids(file.body())).containsExactly(uid(row));
    }

    /// Nine in the morning, before and after the clocks change; in Manila they never do.
    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 2027-03-13, 20270313T150000Z",
        "America/Chicago, 2027-03-14, 20270314T140000Z",
        "America/Chicago, 2027-11-06, 20271106T140000Z",
        "America/Chicago, 2027-11-07, 20271107T150000Z",
        "Europe/Berlin, 2027-03-27, 20270327T080000Z",
        "Europe/Berlin, 2027-03-28, 20270328T070000Z",
        "Europe/Berlin, 2027-10-30, 20271030T070000Z",
        "Europe/Berlin, 2027-10-31, 20271031T080000Z",
        "Asia/Manila, 2027-03-13, 20270313T010000Z",
        "Asia/Manila, 2027-03-28, 20270328T010000Z",
        "Asia/Manila, 2027-10-31, 20271031T010000Z",
        "Asia/Manila, 2027-11-07, 20271107T010000Z"
    })
    void nineInTheMorningIsNineInTheMorningThere(ZoneId zone, LocalDate day, String instant) throws Exception {
        var start = ZonedDateTime.of(day, LocalTime.of(9, 0), zone);
        var meeting = happening("meeting", new Dated.When.Times(start, start.plusHours(1)));
        var due = happening("due", Dated.When.Days.on(day));

        String file = APP.get(CalendarsAsFiles.class).of(Texts.in(Locale.UK), "Harbour", List.of(meeting, due));

        assertThat(value(event(file, "meeting"), Property.DTSTART)).isEqualTo(instant);
        // A day is that day, wherever one reads of it.
        assertThat(value(event(file, "due"), Property.DTSTART))
                .isEqualTo(day.toString().replace("-", ""));
    }

    @Test
    void aNightOfTwentyFiveHoursIsThatLong() throws Exception {
        var zone = ZoneId.of("Europe/Berlin");
        var evening = ZonedDateTime.of(LocalDate.of(2027, 10, 30), LocalTime.of(22, 0), zone);
        var cutover = happening("cutover", new Dated.When.Times(evening, evening.plusDays(1)));

        String file = APP.get(CalendarsAsFiles.class).of(Texts.in(Locale.UK), "Harbour", List.of(cutover));

        assertThat(value(event(file, "cutover"), Property.DTSTART)).isEqualTo("20271030T200000Z");
        assertThat(value(event(file, "cutover"), Property.DTEND)).isEqualTo("20271031T210000Z");
    }

    @Test
    void anEveningInChicagoIsOnTheNextDayOfAnEngagementInManila() {
        var start = ZonedDateTime.of(LocalDate.of(2027, 3, 13), LocalTime.of(20, 0), ZoneId.of("America/Chicago"));
        var meeting = happening("meeting", new Dated.When.Times(start, start.plusHours(1)));

        assertThat(meeting.first()).isEqualTo(LocalDate.of(2027, 3, 14));
        assertThat(meeting.isOn(LocalDate.of(2027, 3, 13))).isFalse();
    }

    private Happening happening(String key, Dated.When when) {
        var known = me.asks(() -> APP.get(Engagements.class).get(engagement.id()));
        var manila = new Engagement(
                known.id(),
                known.name(),
                known.kind(),
                known.summary(),
                null,
                null,
                null,
                null,
                ZoneId.of("Asia/Manila"),
                0);
        return new Happening(
                manila,
                new Dated.Entry(
                        key,
                        Text.of("calendar.page.title"),
                        Text.of("calendar.page.today"),
                        "A thing",
                        "calendar",
                        when,
                        new Dated.Whose.Everybody(),
                        Dated.Standing.FIXED,
                        null),
                LocalDate.of(2027, 1, 1),
                false,
                false,
                "");
    }

    private static String customer(TestEngagement engagement) {
        return engagement.customer().asks(() -> APP.get(Engagements.class).parties(engagement.id())).stream()
                .filter(party -> party.id().equals(engagement.customerParty()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private List<Happening> of(TestPerson person) {
        return of(person, Wish.everything(Whom.EVERYBODY));
    }

    private List<Happening> of(TestPerson person, Wish wish) {
        return seen(person, wish).some();
    }

    private Calendars.Seen seen(TestPerson person, Wish wish) {
        return person.asks(() -> APP.get(Calendars.class)
                .of(person.actor(), APP.get(Engagements.class).get(engagement.id()), wish));
    }

    private static Happening only(List<Happening> all, String key) {
        return all.stream()
                .filter(one -> one.entry().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys(TestPerson person, Whom whom) {
        return of(person, Wish.everything(whom)).stream()
                .map(CalendarsTest::key)
                .toList();
    }

    private static String key(Happening one) {
        return one.entry().key();
    }

    private static String key(Row row) {
        return "row " + row.id() + " due";
    }

    private static String uid(Row row) {
        return key(row).replace(' ', '-');
    }

    private static String feed(TestPerson person) throws Exception {
        return HttpBrowser.stranger()
                .get(path(APP.get(MakingFeed.class).make(person.actor(), Whom.EVERYBODY)))
                .body();
    }

    @Test
    void aProgramReadsWhatIsForThoseForWhomTheAddressIs() throws Exception {
        var mine = actions.added(me, "One", "due", today, "owner", me.email());
        var nobodys = actions.added(me, "Two", "due", today);
        String all = path(APP.get(MakingFeed.class).make(me.actor(), Whom.EVERYBODY));
        assertThat(uids(HttpBrowser.stranger().get(all).body())).contains(uid(mine), uid(nobodys));

        String own = path(APP.get(MakingFeed.class).make(me.actor(), Whom.ME));
        assertThat(uids(HttpBrowser.stranger().get(own).body()))
                .contains(uid(mine))
                .doesNotContain(uid(nobodys));
    }

    private static String path(String address) {
        var uri = URI.create(address);
        return uri.getPath() + "?" + uri.getQuery();
    }

    private static List<String> uids(String file) throws Exception {
        var uids = new ArrayList<String>();
        for (VEvent event : events(file)) {
            uids.add(value(event, Property.UID).replaceFirst("@.*", ""));
        }
        return uids;
    }

    private static VEvent event(String file, String uid) throws Exception {
        return events(file).stream()
                .filter(event -> value(event, Property.UID).startsWith(uid + "@"))
                .findFirst()
                .orElseThrow();
    }

    private static List<VEvent> events(String file) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(file));
        // A calendar without anything in it is no calendar to the standard, and programs take it.
        if (file.contains("BEGIN:VEVENT")) {
            assertThat(calendar.validate().hasErrors()).isFalse();
        }
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return Objects.requireNonNull(event.getRequiredProperty(property).getValue());
    }
}
