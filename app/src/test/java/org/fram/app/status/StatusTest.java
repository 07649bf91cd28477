package org.fram.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.NoticeSamples;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What status reports say, to whom, and for how long.
class StatusTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Texts WORDS = Texts.in(Locale.UK);

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void bothSidesReadTheSameAndNothingThatIsPrivateToOne() {
        row("risks", Map.of("text", "The carrier is late", "owner", "IT lead", "response", "Ask each week"));
        row("risks", Map.of("text", "They may go bankrupt", "seenBy", true));

        assertThat(area("risks").lines()).extracting(StatusReport.Line::text).containsExactly("The carrier is late");
        assertThat(area("risks").computed()).isEqualTo(Light.GREEN);
        assertThat(now(engagement.vendor())).isEqualTo(now(me));
    }

    @Test
    void anIssueThatIsNotEscalatedInTimeIsRed() {
        row("issues", Map.of("text", "No dial tone", "owner", "IT lead", "due", today.plusDays(3)));
        assertThat(area("issues").computed()).isEqualTo(Light.GREEN);
        var late = row("issues", Map.of("text", "One-way audio", "owner", "IT lead", "due", today.minusDays(2)));
        assertThat(area("issues").computed()).isEqualTo(Light.AMBER);
        change("issues", late, Map.of("escalateBy", today.minusDays(1)));
        assertThat(area("issues").computed()).isEqualTo(Light.RED);
        assertThat(area("issues").lines().getFirst().text()).isEqualTo("One-way audio");
        assertThat(now(me).light()).isEqualTo(Light.RED);
    }

    @Test
    void aDecisionThatIsNeededWithinAWeekIsAmberAndOneLongOverdueRed() {
        var decision = row("decisions", Map.of("text", "One office first", "due", today.plusDays(20)));
        assertThat(area("decisions").computed()).isEqualTo(Light.GREEN);
        change("decisions", decision, Map.of("due", today.plusDays(7)));
        assertThat(area("decisions").computed()).isEqualTo(Light.AMBER);
        change("decisions", decision, Map.of("due", today.minusDays(8)));
        assertThat(area("decisions").computed()).isEqualTo(Light.RED);
        change("decisions", decision, Map.of("decided", today));
        assertThat(area("decisions").computed()).isEqualTo(Light.GREEN);
    }

    @Test
    void whatCannotBeToldMakesNothingWorse() {
        assertThat(now(me).areas()).isEmpty();
        assertThat(now(me).light()).isEqualTo(Light.UNKNOWN);
        row("actions", Map.of("text", "Call", "owner", me.name(), "due", today.plusDays(2)));
        assertThat(now(me).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void aReportThatWasKeptSaysTheSameForEver() {
        var action = row("actions", Map.of("text", "Call the carrier", "owner", me.name(), "due", today.minusDays(1)));
        int number = APP.get(KeepingReport.class).keep(me.actor(), engagement.id());
        var kept = kept(number);
        assertThat(kept).isEqualTo(now(me));
        change("actions", action, Map.of("text", "Call them", "done", today));

        assertThat(kept(number)).isEqualTo(kept);
        assertThat(now(me)).isNotEqualTo(kept);
        // The database keeps it as well, whoever asks.
        assertThat(me.asks(() -> APP.get(DSLContext.class)
                        .execute(
                                "update status.report set number = 9 where engagement_id = ?",
                                engagement.id().value())))
                .isZero();
        assertThat(me.asks(() -> APP.get(DSLContext.class)
                        .execute(
                                "delete from status.report where engagement_id = ?",
                                engagement.id().value())))
                .isZero();
    }

    @Test
    void whoSteersIsToldAndWhoAskedIsNot() {
        var sponsor =
                engagement.member("Sponsor of the vendor", engagement.vendorParty(), Role.VIEWER, ProjectRole.SPONSOR);
        var trainer = engagement.member("Trainer", engagement.vendorParty(), Role.VIEWER, ProjectRole.TRAINER);
        row("issues", Map.of("text", "No dial tone", "due", today.minusDays(9)));
        APP.get(KeepingReport.class).keep(me.actor(), engagement.id());

        assertThat(NoticeSamples.unreadBy(sponsor)).contains("Move to the cloud: Red");
        assertThat(NoticeSamples.unreadBy(trainer)).doesNotContain("Move to the cloud: Red");
        assertThat(NoticeSamples.unreadBy(me)).doesNotContain("Move to the cloud: Red");
    }

    @Test
    void aContributorKeepsNoneAndSeesNoAreaOtherwise() {
        assertThatThrownBy(() ->
                        APP.get(KeepingReport.class).keep(engagement.vendor().actor(), engagement.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> APP.get(SteeringReports.class)
                        .see(engagement.vendor().actor(), engagement.id(), "actions", Light.GREEN, "It is fine", ""))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void somebodySeesAnAreaOtherwiseWithAReasonAndBothAreShown() {
        row("issues", Map.of("text", "No dial tone", "due", today.minusDays(9), "owner", "IT lead"));
        var steering = APP.get(SteeringReports.class);
        assertThat(steering.see(me.actor(), engagement.id(), "issues", Light.GREEN, " ", ""))
                .isInstanceOf(SteeringReports.Outcome.Refused.class);
        assertThat(steering.see(me.actor(), engagement.id(), "issues", null, "It is fine", ""))
                .isInstanceOf(SteeringReports.Outcome.Refused.class);
        assertThat(steering.see(
                        me.actor(),
                        engagement.id(),
                        "issues",
                        Light.AMBER,
                        "Mended tonight",
                        today.plusDays(60).toString()))
                .isInstanceOf(SteeringReports.Outcome.Refused.class);
        assertThat(steering.see(me.actor(), engagement.id(), "issues", Light.AMBER, "Mended tonight", ""))
                .isInstanceOf(SteeringReports.Outcome.Done.class);

        var area = area("issues");
        assertThat(area.computed()).isEqualTo(Light.RED);
        assertThat(area.light()).isEqualTo(Light.AMBER);
        assertThat(area.seen())
                .isEqualTo(new StatusReport.Seen(Light.AMBER, "Mended tonight", me.name(), today.plusWeeks(1)));
        assertThat(now(me).light()).isEqualTo(Light.AMBER);

        steering.seeByRule(me.actor(), engagement.id(), "issues");
        assertThat(area("issues").light()).isEqualTo(Light.RED);
    }

    @Test
    void theWeeklyReportIsMadeOnceItsDayHasComeAndOnlyOnce() {
        row("actions", Map.of("text", "Call", "owner", me.name()));
        var weekly = APP.get(WeeklyReports.class);
        weekly.look();
        assertThat(reports()).isEmpty();
        // Its day is now: what was due before somebody said so is not made up for.
        var there = ZonedDateTime.now(ZoneId.of("Europe/Lisbon"));
        APP.get(SteeringReports.class)
                .rhythm(
                        me.actor(),
                        engagement.id(),
                        Integer.toString(there.getDayOfWeek().getValue()),
                        there.toLocalTime().minusMinutes(2).toString());
        weekly.look();
        assertThat(reports()).isEmpty();
        since(there.toInstant().minusSeconds(3600));
        weekly.look();
        weekly.look();
        assertThat(reports())
                .singleElement()
                .satisfies(kept -> assertThat(kept.by()).isNull());
        APP.get(SteeringReports.class).rhythm(me.actor(), engagement.id(), "", "");
        assertThat(me.asks(() -> APP.get(Rhythms.class).of(engagement.id()))).isEmpty();
    }

    @Test
    void aRhythmIsKeptAsItWasSaid() {
        APP.get(SteeringReports.class).rhythm(me.actor(), engagement.id(), "1", "08:30:59");
        assertThat(me.asks(() -> APP.get(Rhythms.class).of(engagement.id()))).hasValueSatisfying(rhythm -> {
            assertThat(rhythm.weekday()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(rhythm.at()).isEqualTo(LocalTime.of(8, 30));
        });
    }

    @Test
    void twoThatAreKeptAtOnceHaveTwoNumbers() throws Exception {
        row("actions", Map.of("text", "Call", "owner", me.name()));
        var keeping = APP.get(KeepingReport.class);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> once = () -> keeping.keep(me.actor(), engagement.id());
            var all = threads.invokeAll(Collections.nCopies(8, once));
            var numbers = new TreeSet<Integer>();
            for (var one : all) {
                numbers.add(one.get());
            }
            assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void aPortfolioShowsTheLastReportOfEachAndTheWorstFirst() {
        row("issues", Map.of("text", "No dial tone", "due", today.minusDays(9)));
        APP.get(KeepingReport.class).keep(me.actor(), engagement.id());
        APP.get(SteeringReports.class).see(me.actor(), engagement.id(), "issues", Light.GREEN, "Mended", "");
        APP.get(KeepingReport.class).keep(me.actor(), engagement.id());

        var lines = me.asks(() -> APP.get(Portfolio.class).lines());
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(Optional.ofNullable(line.last()).map(Portfolio.Last::light))
                    .contains(Light.GREEN);
            assertThat(Optional.ofNullable(line.before()).map(Portfolio.Last::light))
                    .contains(Light.RED);
        });
        assertThat(engagement.stranger().asks(() -> APP.get(Portfolio.class).lines()))
                .isEmpty();
    }

    @Test
    void whoIsBookedInSeveralIsSeenWithTheMostThatIsBookedAtOnce() {
        row("bookings", booking("60", today, today.plusDays(30)));
        var other = APP.get(CreatingEngagement.class)
                .create(
                        me.actor(),
                        new CreatingEngagement.Wish(
                                "Second line",
                                Kind.TECHNOLOGY_PROJECT,
                                "Harbour Authority",
                                Side.BUYER,
                                ZoneId.of("UTC")));
        if (!(other instanceof CreatingEngagement.Outcome.Created(var id, var party))) {
            throw new IllegalStateException(other.toString());
        }
        new TestEngagement(id, party, party, me, me, engagement.stranger())
                .add(me, "bookings", booking("50", today.plusDays(20), today.plusDays(60)));

        var shared = me.asks(() -> {
            var portfolio = APP.get(Portfolio.class);
            return portfolio.shared(portfolio.lines(), today);
        });
        assertThat(shared).singleElement().satisfies(one -> {
            assertThat(one.peak()).isEqualByComparingTo("110");
            assertThat(one.from()).isEqualTo(today.plusDays(20));
            assertThat(one.over()).isTrue();
            assertThat(one.where()).hasSize(2);
        });
    }

    private Map<String, @Nullable Object> booking(String share, LocalDate begins, LocalDate ends) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("person", "Somebody");
        values.put("email", "somebody@harbour.example");
        values.put("begins", begins);
        values.put("ends", ends);
        values.put("share", new BigDecimal(share));
        return values;
    }

    private StatusReport now(TestPerson person) {
        return APP.get(Transactions.class)
                .as(
                        new Actor.InCommon(person.id()),
                        () -> APP.get(StatusNow.class).of(engagement.id(), WORDS));
    }

    private StatusReport.Area area(String key) {
        return now(me).area(key).orElseThrow();
    }

    private StatusReport kept(int number) {
        return me.asks(() -> APP.get(StatusReports.class).get(engagement.id(), number));
    }

    private List<StatusReports.Kept> reports() {
        return me.asks(() -> APP.get(StatusReports.class).of(engagement.id()));
    }

    private void since(Instant since) {
        me.asks(() -> APP.get(DSLContext.class)
                .execute(
                        "update status.rhythm set since = ?::timestamptz where engagement_id = ?",
                        since.toString(),
                        engagement.id().value()));
    }

    private Row row(String register, Map<String, ? extends @Nullable Object> values) {
        return engagement.add(me, register, values);
    }

    private void change(String register, Row row, Map<String, ? extends @Nullable Object> values) {
        engagement.change(me, register, row, values);
    }
}
