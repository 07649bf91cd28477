package org.fram.app.plan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fram.app.plan.people.Histogram.Kind;
import org.fram.facts.BusinessFunction;
import org.fram.facts.Side;
import org.fram.schedule.Activity;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How much is booked of resources and people, week by week.
class HistogramTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final long DAY = 8 * 60;

    @Test
    void nothingBookedIsNothingToSee() {
        assertThat(Histogram.of(null, null, List.of()).rows()).isEmpty();
    }

    @Test
    void bookingsOfAPersonAddUp() {
        var histogram = Histogram.of(
                null,
                null,
                List.of(
                        booking("Engineer", MONDAY, MONDAY.plusDays(11), 60, 100),
                        booking(" engineer", MONDAY.plusDays(7), MONDAY.plusDays(18), 60, 100)));

        assertThat(histogram.first()).isEqualTo(MONDAY);
        assertThat(histogram.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.PERSON);
            assertThat(row.weeks())
                    .containsExactly(
                            new Histogram.Week(60, false),
                            new Histogram.Week(120, true),
                            new Histogram.Week(60, false));
            assertThat(row.peak()).isEqualTo(120);
        });
    }

    @Test
    void whoIsThereForHalfTheirTimeIsFullyBookedByHalf() {
        var histogram = Histogram.of(null, null, List.of(booking("Agent", MONDAY, MONDAY.plusDays(4), 50, 50)));
        assertThat(histogram.rows().getFirst().weeks()).containsExactly(new Histogram.Week(100, false));
    }

    @Test
    void aResourceThatIsBookedTwiceAtOnceIsOverBookedThoughTheWeekWouldDo() {
        var activities = List.of(Activity.of("A", "Design", 2 * DAY), Activity.of("B", "Build", 2 * DAY));
        var plan = Plan.of("Plan", ZoneOffset.UTC, MONDAY.atTime(8, 0), WorkCalendar.STANDARD, activities, List.of())
                .with(
                        List.of(
                                new Resource("R1", "Engineer", 100, Plan.NONE),
                                new Resource("R2", "Nobody’s", 100, Plan.NONE)),
                        List.of(new Assignment(0, 0, 100), new Assignment(1, 0, 100)));
        var network = Network.of(plan);

        var histogram = Histogram.of(network, CriticalPath.of(plan), List.of());

        assertThat(histogram.rows()).as("what nothing books is not shown").hasSize(1);
        assertThat(histogram.find(Kind.RESOURCE, "R1").orElseThrow().weeks())
                .containsExactly(new Histogram.Week(80, true));
        assertThat(histogram.find(Kind.PERSON, "R1")).isEmpty();
    }

    @Test
    void overBookedRowsComeFirst() {
        var histogram = Histogram.of(
                null,
                null,
                List.of(
                        booking("First", MONDAY, MONDAY.plusDays(4), 100, 100),
                        booking("Second", MONDAY, MONDAY.plusDays(4), 60, 50)));
        assertThat(histogram.rows()).extracting(Histogram.Row::name).containsExactly("Second", "First");
    }

    @Test
    void hoursOffThePhonesAreThoseOfAllWhoAreTrained() {
        var trained = booking(
                "Agents", MONDAY, MONDAY.plusDays(2), 50, 100, BusinessFunction.CONTACT_CENTER, Purpose.TRAINING, 10);
        assertThat(Weeks.offPhone(trained, MONDAY)).isEqualTo(10 * 3 * 4.0);
        assertThat(Weeks.offPhone(trained, MONDAY.plusWeeks(1))).isZero();

        var elsewhere = booking("IT", MONDAY, MONDAY.plusDays(2), 50, 100, BusinessFunction.IT, Purpose.TRAINING, 10);
        assertThat(Weeks.offPhone(elsewhere, MONDAY)).isZero();
        var working =
                booking("Agents", MONDAY, MONDAY, 50, 100, BusinessFunction.CONTACT_CENTER, Purpose.PROJECT_WORK, 10);
        assertThat(Weeks.offPhone(working, MONDAY)).isZero();
    }

    @Test
    void aBlackoutIsMetByItsLastDayToo() {
        var blackout = new Blackout("BO-1", "Bills go out", MONDAY, MONDAY.plusDays(4));
        assertThat(blackout.meets(trained(MONDAY.plusDays(4), MONDAY.plusDays(10))))
                .isTrue();
        assertThat(blackout.meets(trained(MONDAY.plusDays(5), MONDAY.plusDays(10))))
                .isFalse();
        assertThat(blackout.meets(booking("IT", MONDAY, MONDAY, 50, 100))).isFalse();
    }

    private static Booking trained(LocalDate begins, LocalDate ends) {
        return booking("Agents", begins, ends, 50, 100, BusinessFunction.CONTACT_CENTER, Purpose.TRAINING, 1);
    }

    private static Booking booking(String person, LocalDate begins, LocalDate ends, int share, int available) {
        return booking(person, begins, ends, share, available, null, null, 1);
    }

    private static Booking booking(
            String person,
            LocalDate begins,
            LocalDate ends,
            int share,
            int available,
            @Nullable BusinessFunction function,
            @Nullable Purpose purpose,
            int people) {
        return new Booking(
                UUID.randomUUID(),
                0,
                "B-1",
                person,
                Side.VENDOR,
                function,
                purpose,
                List.of(),
                "",
                people,
                new Booking.Terms(begins, ends, BigDecimal.valueOf(share)),
                BigDecimal.valueOf(available),
                "",
                false,
                null,
                null,
                "",
                false);
    }
}
