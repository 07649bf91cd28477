package org.fram.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Unit;
import org.fram.app.status.Comparison.Slip;
import org.fram.app.status.StatusReport.Area;
import org.fram.app.status.StatusReport.Dated;
import org.fram.app.status.StatusReport.Figure;
import org.fram.app.status.StatusReport.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What moved between two reports, and where it began.
class ComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

    @Test
    void whatMovedByItselfStandsBeforeWhatWaitedForIt() {
        var before =
                report(dated("order", 0), dated("build", 10, "order"), dated("test", 20, "build"), dated("train", 15));
        var after =
                report(dated("order", 8), dated("build", 18, "order"), dated("test", 25, "build"), dated("train", 15));

        var slips = Comparison.between(before, after).slips();

        assertThat(slips).extracting(slip -> slip.what().key()).containsExactly("order", "build", "test");
        assertThat(slips).extracting(Slip::days).containsExactly(8L, 8L, 5L);
        assertThat(slips.getFirst().began()).isTrue();
        assertThat(slips.getFirst().followers()).isEqualTo(2);
        assertThat(slips.get(2).because()).extracting(Dated::key).containsExactly("build");
    }

    @Test
    void whatCameEarlierIsNoSlip() {
        var moved = Comparison.between(report(dated("order", 8)), report(dated("order", 3)));
        assertThat(moved.slips()).isEmpty();
        assertThat(moved.gained()).extracting(Slip::days).containsExactly(-5L);
    }

    @Test
    void whatIsNewOrGoneDidNotMove() {
        var moved = Comparison.between(report(dated("gone", 1)), report(dated("new", 9)));
        assertThat(moved.slips()).isEmpty();
        assertThat(moved.gained()).isEmpty();
    }

    @Test
    void aCircleEndsAndAllOfItMovedBecauseOfTheOther() {
        var before = report(dated("a", 1, "b"), dated("b", 1, "a"));
        var after = report(dated("a", 3, "b"), dated("b", 3, "a"));
        var slips = Comparison.between(before, after).slips();
        assertThat(slips).hasSize(2).noneMatch(Slip::began).allMatch(slip -> slip.followers() == 1);
    }

    @Test
    void inAnyPlanEachSlipBeganSomewhereAndFollowersAreAtMostTheOthers() {
        var random = new Random(20270305);
        for (int sample = 0; sample < 200; sample++) {
            int size = 1 + random.nextInt(30);
            var before = new ArrayList<Dated>();
            var after = new ArrayList<Dated>();
            for (int k = 0; k < size; k++) {
                var waits = new ArrayList<String>();
                for (int earlier = 0; earlier < k; earlier++) {
                    if (random.nextInt(4) == 0) {
                        waits.add("a" + earlier);
                    }
                }
                int day = random.nextInt(60);
                before.add(dated("a" + k, day, waits.toArray(String[]::new)));
                after.add(dated("a" + k, day + Math.max(0, random.nextInt(20) - 10), waits.toArray(String[]::new)));
            }
            var slips = Comparison.between(report(before), report(after)).slips();
            long moved = after.stream()
                    .filter(one ->
                            one.day().isAfter(before.get(after.indexOf(one)).day()))
                    .count();
            assertThat(slips).hasSize((int) moved);
            if (!slips.isEmpty()) {
                // Nothing waits for what comes after it here, so something began.
                assertThat(slips.getFirst().began()).isTrue();
            }
            var keys = slips.stream().map(slip -> slip.what().key()).toList();
            for (var slip : slips) {
                assertThat(slip.days()).isPositive();
                assertThat(slip.followers()).isBetween(0, slips.size() - 1);
                assertThat(keys)
                        .containsAll(slip.because().stream().map(Dated::key).toList());
            }
        }
    }

    @Test
    void figuresChangeWithTheirUnitAndNotAcrossCurrencies() {
        var before =
                report(List.of(figure("agreed", "100", "EUR"), figure("other", "5", "USD"), figure("same", "7", null)));
        var now = figure("agreed", "130.50", "EUR");
        var after = report(List.of(now));
        var moved = Comparison.between(before, after);
        assertThat(moved.change("plan", now)).contains(new BigDecimal("30.50"));
        assertThat(moved.change("plan", figure("other", "6", "EUR"))).isEmpty();
        assertThat(moved.change("plan", figure("same", "7", null))).isEmpty();
        assertThat(moved.change("plan", figure("new", "7", null))).isEmpty();
    }

    @Test
    void lightsThatAreOtherThanBeforeAreNamedWithWhatTheyWere() {
        var moved = Comparison.between(light(Light.GREEN), light(Light.RED));
        assertThat(moved.lights()).containsExactly(Map.entry("plan", Light.GREEN));
        assertThat(Comparison.between(light(Light.RED), light(Light.RED)).lights())
                .isEmpty();
    }

    @Test
    void aLineThatWasNotThereBeforeIsNew() {
        var line = new Line("risk 1", "RK-1", "It rains", "", null, "", "");
        var moved = Comparison.between(light(Light.GREEN), light(Light.RED));
        assertThat(moved.isNew("plan", line)).isTrue();
        var had = new StatusReport(
                "E",
                DAY,
                "UTC",
                Light.GREEN,
                List.of(new Area("plan", "Plan", Light.GREEN, null, "", "", "", List.of(), List.of(line), List.of())));
        assertThat(Comparison.between(had, light(Light.RED)).isNew("plan", line))
                .isFalse();
    }

    private static Dated dated(String key, int days, String... after) {
        return new Dated(key, key, key, DAY.plusDays(days), List.of(after), "");
    }

    private static Figure figure(String key, String number, @Nullable String currency) {
        return new Figure(
                key, key, currency == null ? Unit.COUNT : Unit.MONEY, new BigDecimal(number), currency, Better.LESS);
    }

    private static StatusReport report(Dated... dates) {
        return report(List.of(), List.of(dates));
    }

    private static StatusReport report(List<?> parts) {
        var figures = new ArrayList<Figure>();
        var dates = new ArrayList<Dated>();
        for (Object part : parts) {
            if (part instanceof Figure figure) {
                figures.add(figure);
            } else {
                dates.add((Dated) part);
            }
        }
        return report(figures, dates);
    }

    private static StatusReport report(List<Figure> figures, List<Dated> dates) {
        return new StatusReport(
                "E",
                DAY,
                "UTC",
                Light.GREEN,
                List.of(new Area("plan", "Plan", Light.GREEN, null, "", "", "", figures, List.of(), dates)));
    }

    private static StatusReport light(Light light) {
        return new StatusReport(
                "E",
                DAY,
                "UTC",
                light,
                List.of(new Area("plan", "Plan", light, null, "", "", "", List.of(), List.of(), List.of())));
    }
}
