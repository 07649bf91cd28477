package org.fram.app.meeting;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Stage;
import org.fram.app.meeting.ArrangingMeetings.Wish;
import org.fram.app.meeting.WritingMinutes.Outcome;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.springframework.stereotype.Component;

/// The demonstration’s meetings: a weekly status meeting and a monthly steering committee, with the
/// minutes of those that were held, and what came of them.
@Component
class DemoMeetings implements DemoPart {

    private static final String PROGRESS = "How far each side is";
    private static final String DATES = "Dates that moved";
    private static final String MONEY = "Money and changes";
    private static final int STATUS_DAYS = 20;
    private static final int COMMITTEE_DAYS = 40;

    private final ArrangingMeetings arranging;
    private final WritingMinutes writing;
    private final HoldingMeeting holding;
    private final MovingMeeting moving;
    private final AllSeries series;
    private final Engagements engagements;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoMeetings(
            ArrangingMeetings arranging,
            WritingMinutes writing,
            HoldingMeeting holding,
            MovingMeeting moving,
            AllSeries series,
            Engagements engagements,
            Transactions transactions,
            InstantSource clock) {
        this.arranging = arranging;
        this.writing = writing;
        this.holding = holding;
        this.moving = moving;
        this.series = series;
        this.engagements = engagements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public void add(Demo demo) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        status(demo, today);
        committee(demo, today);
    }

    private void status(Demo demo, LocalDate today) {
        String ref = arrange(
                demo,
                "Weekly status",
                MeetingKind.STATUS_MEETING,
                Rhythm.Unit.WEEKS,
                today.minusDays(STATUS_DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY)),
                LocalTime.of(10, 0),
                "Meeting room 3, or the usual call",
                List.of(PROGRESS, DATES));
        var days = held(demo, ref, today);
        var first = new Place(demo.engagement(), ref, days.get(0));
        write(demo.customer(), first, PROGRESS, "The plan was gone through line by line; both sides keep it.");
        write(demo.vendor(), first, PROGRESS, "! Send the list of trunks that are tested +9");
        hold(demo, first, "Customer’s project manager", "Vendor’s project manager");
        done(moving.leaveOut(demo.customer(), demo.engagement(), ref, days.get(1), "Public holiday at the vendor"));
        var last = new Place(demo.engagement(), ref, days.getLast());
        write(demo.vendor(), last, PROGRESS, "Two of three queues route; the third waits for the names of its skills.");
        write(demo.customer(), last, PROGRESS, "! Name the skills of the third queue +4");
        write(demo.customer(), last, DATES, "The carrier confirmed the Northern office, not the Capital office.");
        write(demo.customer(), last, DATES, "= The Capital office is tested over the mobile line first");
        write(demo.vendor(), last, DATES, "! Order the mobile line for the test +2");
        hold(demo, last, "Customer’s project manager", "Vendor’s project manager", "Integrator’s design engineer");
    }

    private void committee(Demo demo, LocalDate today) {
        String ref = arrange(
                demo,
                "Steering committee",
                MeetingKind.STEERING_COMMITTEE,
                Rhythm.Unit.MONTHS_BY_WEEKDAY,
                today.minusDays(COMMITTEE_DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY)),
                LocalTime.of(15, 0),
                "Board room",
                List.of(MONEY, "Go-live date"));
        for (var day : held(demo, ref, today)) {
            var place = new Place(demo.engagement(), ref, day);
            write(demo.customer(), place, MONEY, "What is committed stays below what was approved.");
            write(demo.vendor(), place, "Go-live date", "The date stands; the test weeks have no slack.");
            hold(demo, place, "Customer’s project manager", "Vendor’s project manager", "Head of the service");
        }
    }

    private String arrange(
            Demo demo,
            String name,
            MeetingKind kind,
            Rhythm.Unit unit,
            LocalDate first,
            LocalTime starts,
            String place,
            List<String> standing) {
        var zone = transactions.as(
                demo.customer(), () -> engagements.get(demo.engagement()).timeZone());
        Set<PersonId> people =
                Set.of(demo.customer().id(), demo.vendor().id(), demo.partner().id());
        var wish = new Wish(
                name,
                kind,
                unit,
                1,
                first,
                null,
                starts,
                45,
                zone.getId(),
                place,
                demo.customer().id(),
                standing,
                List.of(),
                people,
                List.of());
        return done(arranging.arrange(demo.customer(), demo.engagement(), wish));
    }

    private List<LocalDate> held(Demo demo, String ref, LocalDate today) {
        var one = transactions.as(demo.customer(), () -> series.get(demo.engagement(), ref));
        return one.days(one.first(), today.minusDays(1));
    }

    private void write(Actor.Person by, Place place, String point, String line) {
        wrote(writing.write(by, place, "standing " + point, WrittenLine.read(line)));
    }

    private void hold(Demo demo, Place place, String... there) {
        wrote(writing.present(demo.customer(), place, List.of(there)));
        done(holding.hold(demo.customer(), demo.engagement(), place.series(), place.day()));
    }

    private static void wrote(Outcome outcome) {
        if (!(outcome instanceof Outcome.Written)) {
            throw new IllegalStateException("Something of the demonstration is refused: " + outcome);
        }
    }

    private static String done(MeetingOutcome outcome) {
        if (outcome instanceof MeetingOutcome.Done(var ref)) {
            return ref;
        }
        throw new IllegalStateException("Something of the demonstration is refused: " + outcome);
    }
}
