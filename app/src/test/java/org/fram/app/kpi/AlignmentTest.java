package org.fram.app.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.fram.app.kpi.Alignment.Remark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Where objectives and KPIs do not fit together.
class AlignmentTest {

    private static final KnownMeasures KNOWN = KnownMeasures.load();

    private final Objective waiting = objective("OBJ-1", "100", false);

    @Test
    void whereEachServesTheOtherThereIsNothingToSay() {
        var level = kpi("KPI-1", "Service level", "OBJ-1").target("80", "71").weight("100");

        assertThat(remarks(List.of(waiting), level)).isEmpty();
    }

    @Test
    void anObjectiveWithoutAKpiIsNamed() {
        var other = objective("OBJ-2", null, false);
        var level = kpi("KPI-1", "Service level", "OBJ-1");

        assertThat(remarks(List.of(waiting, other), level)).containsExactly(new Remark.Unmeasured(other));
    }

    @Test
    void aKpiWithoutAnObjectiveIsNamedAndSoIsOneThatServesWhatIsNotThere() {
        var idle = kpi("KPI-1", "Occupancy");
        var wrong = kpi("KPI-2", "Invoices", "OBJ-1", "OBJ-9");

        assertThat(remarks(List.of(waiting), idle, wrong))
                .containsExactly(new Remark.Purposeless(idle.kpi()), new Remark.Dangling(wrong.kpi(), "OBJ-9"));
    }

    @Test
    void kpisThatPullApartAreNamedTogether() {
        var time = kpi("KPI-1", "AHT", "OBJ-1");
        var solved = kpi("KPI-2", "First call resolution", "OBJ-1");
        var invoices = kpi("KPI-3", "Invoices", "OBJ-1");

        assertThat(remarks(List.of(waiting), time, solved, invoices))
                .singleElement()
                .isInstanceOfSatisfying(Remark.PullsApart.class, pull -> {
                    assertThat(pull.one()).isEqualTo(time.kpi());
                    assertThat(pull.other()).isEqualTo(solved.kpi());
                    assertThat(pull.pull().why()).contains("ends it before the matter is solved");
                });
    }

    @Test
    void aTargetBelowTheBaselineIsNamedByTheWayInWhichTheFigureGetsBetter() {
        assertThat(below("Service level", null, "70", "74")).isTrue();
        assertThat(below("Service level", null, "74", "74")).isFalse();
        assertThat(below("AHT", null, "340", "320")).isTrue();
        assertThat(below("AHT", null, "300", "320")).isFalse();
        assertThat(below("AHT", Direction.HIGHER, "300", "320")).isTrue();
        assertThat(below("Invoices", Direction.LOWER, "5", "4")).isTrue();
        assertThat(below("Invoices", null, "5", "4"))
                .as("nobody knows which way is better")
                .isFalse();
        assertThat(below("Invoices", Direction.HIGHER, "5", null)).isFalse();
    }

    @Test
    void weightsThatDoNotComeToTheWholeAreNamedWithWhatHasNone() {
        var half = objective("OBJ-1", "50.5", false);
        var none = objective("OBJ-2", null, false);
        var first = kpi("KPI-1", "Invoices", "OBJ-1").weight("60");
        var second = kpi("KPI-2", "Offers", "OBJ-2").weight("60");

        assertThat(remarks(List.of(half, none), first, second))
                .containsExactly(
                        new Remark.ObjectivesWeigh(new BigDecimal("50.5"), List.of(none)),
                        new Remark.KpisWeigh(new BigDecimal("120"), List.of()));
    }

    @Test
    void whatIsOnesOwnIsNotWeighedAgainstWhatBothSidesSee() {
        var ours = objective("OBJ-2", "30", true);
        var level = kpi("KPI-1", "Service level", "OBJ-1", "OBJ-2");

        assertThat(remarks(List.of(waiting, ours), level)).isEmpty();
    }

    private static boolean below(
            String name, @Nullable Direction direction, @Nullable String target, @Nullable String baseline) {
        var kpi = kpi("KPI-1", name, "OBJ-1").direction(direction).target(target, baseline);
        return remarks(List.of(objective("OBJ-1", null, false)), kpi).contains(new Remark.BelowBaseline(kpi.kpi()));
    }

    private static List<Remark> remarks(List<Objective> objectives, Sample... kpis) {
        return Alignment.of(objectives, List.of(kpis).stream().map(Sample::kpi).toList(), KNOWN)
                .remarks();
    }

    private static Objective objective(String ref, @Nullable String weight, boolean ours) {
        var words = new AskedWords("Text of " + ref, "", weight == null ? null : new BigDecimal(weight));
        return new Objective(UUID.randomUUID(), ref, words, "", null, null, ours);
    }

    private static Sample kpi(String ref, String name, String... objectives) {
        return new Sample(UUID.randomUUID(), ref, name, List.of(objectives), null, null, null, null);
    }

    /// A KPI of which only what matters here is said.
    private record Sample(
            UUID id,
            String ref,
            String name,
            List<String> objectives,
            @Nullable Direction better,
            @Nullable String target,
            @Nullable String baseline,
            @Nullable String weighs) {

        Sample target(@Nullable String to, @Nullable String from) {
            return new Sample(id, ref, name, objectives, better, to, from, weighs);
        }

        Sample direction(@Nullable Direction direction) {
            return new Sample(id, ref, name, objectives, direction, target, baseline, weighs);
        }

        Sample weight(String weight) {
            return new Sample(id, ref, name, objectives, better, target, baseline, weight);
        }

        Kpi kpi() {
            return new Kpi(
                    id,
                    ref,
                    name,
                    better,
                    number(target),
                    number(baseline),
                    "",
                    "",
                    "",
                    "",
                    null,
                    "",
                    "",
                    objectives,
                    number(weighs),
                    null,
                    List.of(),
                    false);
        }

        private static @Nullable BigDecimal number(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }
    }
}
