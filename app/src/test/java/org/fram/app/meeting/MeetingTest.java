package org.fram.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.NamedThings;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ToDo;
import org.fram.app.meeting.ArrangingMeetings.Other;
import org.fram.app.meeting.ArrangingMeetings.Wish;
import org.fram.app.meeting.WritingMinutes.Outcome;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.RaidLinks;
import org.fram.app.raid.ThingKind;
import org.fram.app.status.KeepingReport;
import org.fram.app.status.StatusReports;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.fram.facts.EngagementKind;
import org.fram.facts.RaidFacts;
import org.fram.facts.RaidFacts.MeetingFact;
import org.junit.jupiter.api.Test;

/// Meetings from their series to the minutes that are sent.
class MeetingTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WritingMinutes writing = APP.get(WritingMinutes.class);
    private final MovingMeeting moving = APP.get(MovingMeeting.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final MeetingSamples samples = new MeetingSamples(engagement);
    private final TestPerson me = engagement.customer();
    private final TestPerson vendor = engagement.vendor();
    private final LocalDate today = samples.today();
    private final String outside = "carrier%d@elsewhere.example".formatted(PEOPLE.incrementAndGet());

    @Test
    void anActionIsInItsRegisterAtOnceAndFollowsFromTheMeeting() {
        var place = samples.weekly("Weekly status", today);
        assertThat(samples.write(me, place, "! Ask the carrier @" + vendor.name() + " +3"))
                .isEqualTo(new Outcome.Written(List.of("AC-1")));
        var action = only(ThingKind.ACTION);
        assertThat(action.get("owner")).isEqualTo(vendor.name());
        assertThat(action.get("due")).isEqualTo(today.plusDays(3));
        assertThat(action.get("source")).isEqualTo(place.address());
        var link = me.asks(() -> APP.get(RaidLinks.class).of(engagement.id())).getFirst();
        assertThat(link.toKind()).isEqualTo(ThingKind.MEETING);
        assertThat(link.toName()).isEqualTo(place.series() + " " + today);
        var thing = me.asks(() -> APP.all(NamedThings.class).stream()
                .filter(one -> one.kind().equals("meeting"))
                .findFirst()
                .orElseThrow()
                .find(engagement.id(), link.toName().toLowerCase(Locale.ROOT)));
        assertThat(thing).hasValueSatisfying(one -> assertThat(one.text()).isEqualTo("Weekly status"));
    }

    @Test
    void anActionBelowADecisionFollowsFromIt() {
        var place = samples.weekly("Weekly status", today);
        samples.write(me, place, "= One office first");
        assertThat(only(ThingKind.DECISION).get("decided")).isEqualTo(today);
        assertThat(engagement.found(me, EngagementKind.TECHNOLOGY_PROJECT, "REP-02"))
                .anySatisfy(message -> assertThat(message).contains("One office first"));
        samples.write(me, place, "! Tell the other offices");
        assertThat(engagement.found(me, EngagementKind.TECHNOLOGY_PROJECT, "REP-02"))
                .noneSatisfy(message -> assertThat(message).contains("One office first"));
    }

    @Test
    void anOwnerWhoIsNobodyIsRefusedAndNothingIsWritten() {
        var place = samples.weekly("Weekly status", today);
        assertThat(samples.write(me, place, "! Ask the carrier @Nobody +3"))
                .isEqualTo(new Outcome.Refused(Text.of("raid.refused.owner", "Nobody")));
        assertThat(samples.write(me, place, "! Ask the carrier 2027-02-31"))
                .isEqualTo(new Outcome.Refused(Text.of("register.refused.day", "2027-02-31")));
        assertThat(samples.notes(place)).isEmpty();
        assertThat(me.asks(() -> APP.get(RaidItems.class).of(engagement.id(), ThingKind.ACTION)))
                .isEmpty();
    }

    @Test
    void twoWhoWriteAtOnceEachAddTheirOwn() throws Exception {
        var place = samples.weekly("Weekly status", today);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var both = pool.invokeAll(Stream.of(me, vendor)
                    .map(person -> (Callable<Integer>) () -> {
                        for (int i = 0; i < 10; i++) {
                            assertThat(samples.write(person, place, person.name() + " " + i))
                                    .isInstanceOf(Outcome.Written.class);
                        }
                        return 10;
                    })
                    .toList());
            for (var one : both) {
                assertThat(one.get()).isEqualTo(10);
            }
        }
        assertThat(samples.notes(place)).hasSize(20).extracting(Note::text).doesNotHaveDuplicates();
    }

    @Test
    void whoeverRewritesANewerNoteSeesItAndLosesNothing() {
        var place = samples.weekly("Weekly status", today);
        samples.write(me, place, "Two queues route.");
        var note = samples.notes(place).getFirst();
        assertThat(writing.rewrite(vendor.actor(), place, note.id(), note.version(), "Three queues route."))
                .isInstanceOf(Outcome.Written.class);
        var mine = writing.rewrite(me.actor(), place, note.id(), note.version(), "Two queues of five route.");
        assertThat(mine).isInstanceOfSatisfying(Outcome.Overtaken.class, overtaken -> {
            assertThat(overtaken.now().text()).isEqualTo("Three queues route.");
            assertThat(writing.rewrite(
                            me.actor(), place, note.id(), overtaken.now().version(), "Three queues of five route."))
                    .isInstanceOf(Outcome.Written.class);
        });
        assertThat(samples.notes(place)).extracting(Note::text).containsExactly("Three queues of five route.");
        assertThat(writing.remove(vendor.actor(), place, note.id(), 1)).isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void minutesReachMembersAndOthersAndStayAsTheyWere() throws Exception {
        var place = samples.arrange(samples.wish(
                "Review of the quarter",
                MeetingKind.BUSINESS_REVIEW,
                Rhythm.Unit.ONCE,
                today,
                List.of(new Other("Carrier’s account manager", outside))));
        samples.write(me, place, "The service holds its targets.");
        samples.write(me, place, "! Send the figures of May @" + vendor.name() + " +5");
        assertThat(samples.hold(place)).isInstanceOf(MeetingOutcome.Done.class);

        var mail = TestMail.await(outside, "Minutes");
        assertThat(mail.subject()).contains("Review of the quarter");
        assertThat(mail.text())
                .contains("The service holds its targets.", "Send the figures of May", vendor.name())
                .doesNotContain("/engagements/");
        assertThat(TestMail.await(vendor.email(), "Minutes").text()).contains("AC-1");
        assertThat(samples.write(me, place, "Another word"))
                .isEqualTo(new Outcome.Refused(Text.of("meeting.refused.held", place.series() + " " + place.day())));
        assertThat(samples.hold(place)).isInstanceOf(MeetingOutcome.Refused.class);
        // What becomes of the action later is no part of these minutes.
        change(ThingKind.ACTION, Map.of("text", "Send all figures"));
        assertThat(minutes(place).of(Note.Kind.ACTION))
                .extracting(Minutes.Line::text)
                .containsExactly("Send the figures of May");
        assertThat(unreached(place)).isEmpty();
    }

    @Test
    void aMailThatIsRefusedForGoodIsShownAndGoesToTheAddressThatIsRight() throws Exception {
        var wish = samples.wish(
                "Review of the quarter",
                MeetingKind.BUSINESS_REVIEW,
                Rhythm.Unit.ONCE,
                today,
                List.of(new Other("Carrier’s account manager", "no..body@elsewhere.example")));
        var place = samples.arrange(wish);
        samples.write(me, place, "The service holds its targets.");
        samples.hold(place);
        var end = Instant.now().plus(PATIENCE);
        while (unreached(place).isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
        assertThat(unreached(place)).containsExactly("Carrier’s account manager");

        var series = me.asks(() -> APP.get(AllSeries.class).get(engagement.id(), place.series()));
        var right = new Wish(
                wish.name(),
                MeetingKind.BUSINESS_REVIEW,
                Rhythm.Unit.ONCE,
                1,
                today,
                null,
                wish.starts(),
                45,
                wish.zone(),
                wish.place(),
                wish.leader(),
                wish.standing(),
                List.of(),
                wish.people(),
                List.of(new Other("Carrier’s account manager", outside)));
        assertThat(APP.get(ArrangingMeetings.class)
                        .change(me.actor(), engagement.id(), place.series(), series.version(), right))
                .isInstanceOf(MeetingOutcome.Done.class);
        assertThat(APP.get(HoldingMeeting.class).again(me.actor(), engagement.id(), place.series(), today))
                .isInstanceOf(MeetingOutcome.Done.class);
        assertThat(TestMail.await(outside, "Minutes").text()).contains("The service holds its targets.");
        assertThat(unreached(place)).isEmpty();
    }

    @Test
    void theAgendaIsMadeOfWhatIsOpen() {
        add(ThingKind.DECISION, Map.of("text", "Which office is first"));
        add(ThingKind.ACTION, Map.of("text", "Long overdue", "due", today.minusDays(3)));
        add(ThingKind.ACTION, Map.of("text", "Due before we meet again", "due", today.plusDays(6)));
        add(ThingKind.ACTION, Map.of("text", "Due later", "due", today.plusDays(30)));
        add(ThingKind.ISSUE, Map.of("text", "No dial tone", "due", today));
        add(ThingKind.RISK, Map.of("text", "Agents leave", "review", today.plusDays(2)));
        var place = samples.weekly("Weekly status", today);
        assertThat(titles(place))
                .containsExactly(
                        "Progress",
                        "D-1 Which office is first",
                        "AC-1 Long overdue",
                        "I-1 No dial tone",
                        "AC-2 Due before we meet again",
                        "RK-1 Agents leave",
                        "");
        writing.addPoint(me.actor(), place, "Holidays");
        assertThat(titles(place)).contains("Holidays");
        var action = point(place, "AC-1");
        assertThat(action.path()).startsWith("raid/actions/");
        assertThat(writing.removePoint(me.actor(), place, action.key(), true)).isInstanceOf(Outcome.Written.class);
        assertThat(titles(place)).noneMatch(title -> title.startsWith("AC-1"));
        writing.removePoint(me.actor(), place, action.key(), false);
        assertThat(titles(place)).anyMatch(title -> title.startsWith("AC-1"));
        // What somebody spoke about stays, also once it is done.
        writing.write(me.actor(), place, action.key(), WrittenLine.read("It is done by now."));
        change(ThingKind.ACTION, Map.of("done", today));
        assertThat(titles(place)).anyMatch(title -> title.startsWith("AC-1"));
        assertThat(writing.removePoint(me.actor(), place, action.key(), true))
                .isEqualTo(new Outcome.Refused(Text.of("meeting.refused.spoken")));
    }

    @Test
    void theAgendaHasRoomForWhatIsMostPressingAndSaysHowMuchMoreThereIs() {
        for (int at = 1; at <= 20; at++) {
            add(ThingKind.ACTION, Map.of("text", "Late", "due", today.minusDays(at)));
        }
        var place = samples.weekly("Weekly status", today);
        var made = agenda(place);
        assertThat(made.further()).containsExactly(Map.entry(Point.Origin.DUE, 5));
        assertThat(titles(place)).contains("AC-20 Late", "AC-6 Late").doesNotContain("AC-5 Late");
        // What is taken off leaves its room to another one.
        writing.removePoint(me.actor(), place, point(place, "AC-20").key(), true);
        assertThat(titles(place)).contains("AC-5 Late").doesNotContain("AC-20 Late", "AC-4 Late");
        assertThat(agenda(place).further()).containsExactly(Map.entry(Point.Origin.DUE, 4));
        // Somebody who has a point before them for which there is no room any more writes to it all the same.
        var pressed = point(place, "AC-5");
        add(ThingKind.ISSUE, Map.of("text", "No dial tone", "due", today.minusDays(30)));
        assertThat(titles(place)).doesNotContain("AC-5 Late");
        assertThat(writing.write(me.actor(), place, pressed.key(), WrittenLine.read("It is done.")))
                .isInstanceOf(Outcome.Written.class);
        assertThat(titles(place)).contains("AC-5 Late");
        assertThat(agenda(place).further()).containsExactly(Map.entry(Point.Origin.DUE, 4));
    }

    @Test
    void whatOnePartyAloneSeesIsOnNoAgendaAndInNoMinutes() {
        var place = samples.weekly("Weekly status", today);
        samples.write(me, place, "! Ask the other vendor @" + me.name());
        change(ThingKind.ACTION, Map.of("seenBy", true));
        for (var kind : List.of(ThingKind.ISSUE, ThingKind.ACTION, ThingKind.DECISION)) {
            add(kind, Map.of("text", "Only ours", "due", today, "seenBy", true));
        }
        add(ThingKind.RISK, Map.of("text", "Only ours", "review", today, "seenBy", true));
        add(ThingKind.ISSUE, Map.of("text", "No dial tone", "due", today));

        assertThat(titles(place)).containsExactly("Progress", "I-2 No dial tone", "");
        samples.hold(place);
        assertThat(titles(place)).containsExactly("Progress", "I-2 No dial tone", "");
        assertThat(titles(new Place(engagement.id(), place.series(), today.plusDays(7))))
                .containsExactly("Progress", "I-2 No dial tone", "");
    }

    @Test
    void aCommitteeBeginsWithWhatTheLastReportFound() {
        add(ThingKind.ISSUE, Map.of("text", "No dial tone", "due", today.minusDays(20)));
        var committee = samples.arrange(samples.wish(
                "Steering committee", MeetingKind.STEERING_COMMITTEE, Rhythm.Unit.WEEKS, today, List.of()));
        var weekly = samples.weekly("Weekly status", today);
        assertThat(titles(committee)).containsExactly("Progress", "I-1 No dial tone", "");

        int number = APP.get(KeepingReport.class).keep(me.actor(), engagement.id());

        var report = me.asks(() -> APP.get(StatusReports.class).get(engagement.id(), number));
        var expected = report.areas().stream()
                .filter(area -> List.of(Light.RED, Light.AMBER).contains(area.light()))
                .map(area -> area.title() + ": " + area.because())
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(titles(committee))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(expected.stream(), Stream.of("Progress", "I-1 No dial tone", ""))
                                .toList());
        assertThat(titles(committee).get(1)).isIn(expected);
        assertThat(titles(weekly)).containsExactly("Progress", "I-1 No dial tone", "");
        samples.hold(committee);
        assertThat(titles(committee)).containsAll(expected);
        // What was found then is of no use a season later.
        assertThat(titles(new Place(engagement.id(), committee.series(), today.plusDays(35))))
                .containsExactly("Progress", "I-1 No dial tone", "");
    }

    @Test
    void whatTheLastMeetingLeftToDoComesFirstInTheNext() {
        var first = samples.weekly("Weekly status", today.minusDays(7));
        samples.write(me, first, "! Ask the carrier +90");
        samples.hold(first);
        var second = new Place(engagement.id(), first.series(), today);
        assertThat(point(second, "AC-1").origin()).isEqualTo(Point.Origin.FOLLOWED_UP);
    }

    @Test
    void aMeetingThatDidNotHappenIsFoundUnlessItWasLeftOutWithAReason() {
        var place = samples.weekly("Weekly status", today.minusDays(15));
        var refs = Stream.of(15, 8, 1)
                .map(days -> place.series() + " " + today.minusDays(days))
                .toList();
        assertThat(missed()).hasSize(3);
        assertThat(facts()).extracting(MeetingFact::id).containsExactlyElementsOf(refs);
        assertThat(facts()).extracting(MeetingFact::kind).containsOnly(RaidFacts.MeetingKind.CHECK_IN);
        samples.hold(place);
        assertThat(missed()).hasSize(2);
        assertThat(moving.leaveOut(me.actor(), engagement.id(), place.series(), today.minusDays(8), " "))
                .isInstanceOf(MeetingOutcome.Refused.class);
        moving.leaveOut(me.actor(), engagement.id(), place.series(), today.minusDays(8), "Public holiday");
        moving.move(
                me.actor(),
                engagement.id(),
                place.series(),
                today.minusDays(1),
                today.plusDays(1).atTime(9, 0));
        assertThat(missed()).isEmpty();
        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.held()).isEqualTo(today);
            assertThat(fact.due()).isEqualTo(today.minusDays(15));
        });
    }

    @Test
    void workshopsAreNoFactAndWithoutASeriesNothingIsSaid() {
        assertThat(engagement.facts(me).raid()).isNull();
        samples.arrange(samples.wish(
                "Design workshop", MeetingKind.WORKSHOP, Rhythm.Unit.WEEKS, today.minusDays(9), List.of()));
        assertThat(engagement.facts(me).raid()).isNull();
    }

    @Test
    void minutesAreOwedByTheLeaderAndByTheProjectManagersOnceTheyHaveLeft() {
        var manager = engagement.member(
                "Second project manager", engagement.customerParty(), Role.MANAGER, ProjectRole.PROJECT_MANAGER);
        samples.weekly("Weekly status", today.minusDays(1));
        assertThat(owed(me)).hasSize(1);
        assertThat(owed(manager)).isEmpty();
        var duties = APP.all(Duties.class).stream()
                .filter(LeadingMeetings.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(me.asks(() -> duties.of(engagement.id(), me.id()))).hasSize(1);
        APP.get(Transactions.class)
                .run(me.actor(), () -> duties.handOn(me.actor(), engagement.id(), me.id(), vendor.id()));
        assertThat(owed(me)).isEmpty();
        assertThat(owed(vendor)).hasSize(1);
        APP.get(ManagingPeople.class).remove(me.actor(), engagement.id(), vendor.id());
        assertThat(owed(manager)).hasSize(1);
        // Whoever has left is named without an address, and gets nothing more.
        var series = me.asks(() -> APP.get(AllSeries.class).of(engagement.id())).getFirst();
        assertThat(me.asks(() -> APP.get(AllSeries.class).invited(series)))
                .filteredOn(Invited::left)
                .hasSize(1);
    }

    @Test
    void daysThatWereDueStayWhenASeriesChanges() {
        var place = samples.weekly("Weekly status", today.minusDays(7));
        var series = me.asks(() -> APP.get(AllSeries.class).get(engagement.id(), place.series()));
        var arranging = APP.get(ArrangingMeetings.class);
        var other = samples.wish(
                "Weekly status", MeetingKind.STATUS_MEETING, Rhythm.Unit.MONTHS_BY_DAY, today.minusDays(7), List.of());
        assertThat(arranging.change(me.actor(), engagement.id(), place.series(), series.version(), other))
                .isEqualTo(new MeetingOutcome.Refused(Text.of("meeting.refused.began")));
        var renamed =
                samples.wish("Status", MeetingKind.STATUS_MEETING, Rhythm.Unit.WEEKS, today.minusDays(7), List.of());
        assertThat(arranging.change(me.actor(), engagement.id(), place.series(), series.version(), renamed))
                .isInstanceOf(MeetingOutcome.Done.class);
        assertThat(arranging.change(me.actor(), engagement.id(), place.series(), series.version(), renamed))
                .isEqualTo(new MeetingOutcome.Refused(Text.of("meeting.refused.overtaken")));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsReason() {
        var arranging = APP.get(ArrangingMeetings.class);
        var kind = MeetingKind.OTHER;
        var right = samples.wish("Talk", kind, Rhythm.Unit.WEEKS, today, List.of());
        assertThat(refusal(samples.wish(" ", kind, Rhythm.Unit.WEEKS, today, List.of())))
                .isEqualTo("meeting.refused.name");
        assertThat(refusal(samples.wish(
                        "Talk", kind, Rhythm.Unit.WEEKS, today, List.of(new Other("Carrier", "no address")))))
                .isEqualTo("meeting.refused.other");
        assertThat(refusal(new Wish(
                        "Talk",
                        kind,
                        Rhythm.Unit.WEEKS,
                        0,
                        today,
                        null,
                        LocalTime.NOON,
                        45,
                        "Europe/Lisbon",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of())))
                .isEqualTo("meeting.refused.terms");
        assertThat(refusal(new Wish(
                        "Talk",
                        kind,
                        Rhythm.Unit.WEEKS,
                        1,
                        today,
                        null,
                        LocalTime.NOON,
                        45,
                        "Nowhere/Atlantis",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of())))
                .isEqualTo("meeting.refused.zone");
        // Whoever may not invite guests has minutes mailed to members alone.
        var withOther = samples.wish("Talk", kind, Rhythm.Unit.WEEKS, today, List.of(new Other("Carrier", outside)));
        assertThat(arranging.arrange(vendor.actor(), engagement.id(), withOther))
                .isEqualTo(new MeetingOutcome.Refused(Text.of("meeting.refused.outside")));
        var viewer = engagement.member("Auditor", engagement.customerParty(), Role.VIEWER);
        assertThatThrownBy(() -> arranging.arrange(viewer.actor(), engagement.id(), right))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> arranging.arrange(engagement.stranger().actor(), engagement.id(), right))
                .isInstanceOf(NotFoundException.class);
        var place = samples.weekly("Weekly status", today.plusDays(1));
        assertThat(samples.hold(place))
                .isEqualTo(new MeetingOutcome.Refused(
                        Text.of("meeting.refused.early", place.series() + " " + place.day())));
        assertThatThrownBy(() -> samples.meeting(new Place(engagement.id(), place.series(), today.plusDays(2))))
                .isInstanceOf(NotFoundException.class);
    }

    private String refusal(Wish wish) {
        return APP.get(ArrangingMeetings.class).arrange(me.actor(), engagement.id(), wish)
                        instanceof MeetingOutcome.Refused(var reason)
                ? reason.key()
                : "";
    }

    private List<String> missed() {
        return engagement.found(me, EngagementKind.TECHNOLOGY_PROJECT, "REP-02");
    }

    private List<MeetingFact> facts() {
        return Objects.requireNonNull(
                Objects.requireNonNull(engagement.facts(me).raid()).meetings());
    }

    private List<ToDo.Line> owed(TestPerson person) {
        return person.asks(() -> APP.get(ToDo.class).of(person.actor())).stream()
                .filter(line -> line.item().key().startsWith("minutes of"))
                .toList();
    }

    private List<String> titles(Place place) {
        return me.asks(() -> APP.get(Agenda.class).of(samples.meeting(place)).points().stream()
                .map(Point::title)
                .toList());
    }

    private Agenda.Made agenda(Place place) {
        return me.asks(() -> APP.get(Agenda.class).of(samples.meeting(place)));
    }

    private Point point(Place place, String ref) {
        return me.asks(() -> APP.get(Agenda.class).of(samples.meeting(place)).points().stream()
                .filter(point -> point.title().startsWith(ref + " "))
                .findFirst()
                .orElseThrow());
    }

    private Minutes minutes(Place place) {
        return me.asks(() -> APP.get(ReadingMinutes.class).of(samples.meeting(place)));
    }

    private List<String> unreached(Place place) {
        return APP
                .get(HoldingMeeting.class)
                .unreached(me.actor(), engagement.id(), place.series(), place.day())
                .stream()
                .map(MeetingNotes.Sent::name)
                .toList();
    }

    private Row only(ThingKind kind) {
        var all = me.asks(() -> APP.get(RaidItems.class).of(engagement.id(), kind));
        assertThat(all).hasSize(1);
        return all.getFirst().row();
    }

    private void add(ThingKind kind, Map<String, Object> values) {
        var register = APP.get(RaidItems.class).register(kind);
        assertThat(register.acts().add(register, me.actor(), engagement.id(), Map.copyOf(values)))
                .isInstanceOf(RowOutcome.Done.class);
    }

    private void change(ThingKind kind, Map<String, Object> values) {
        var register = APP.get(RaidItems.class).register(kind);
        var first = me.asks(() -> APP.get(RaidItems.class).of(engagement.id(), kind))
                .getFirst()
                .row();
        assertThat(register.acts()
                        .change(
                                register,
                                me.actor(),
                                engagement.id(),
                                first.id(),
                                new Seen.Version(first.version()),
                                Map.copyOf(values)))
                .isInstanceOf(RowOutcome.Done.class);
    }
}
