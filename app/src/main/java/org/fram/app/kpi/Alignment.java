package org.fram.app.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fram.app.kpi.KnownMeasures.Pull;

/// How objectives and KPIs fit together, and where they do not.
///
/// What is one party's own alone counts where somebody of it looks, but not into the sum of weights,
/// which both sides share.
///
/// @param remarks in the order in which one looks at them
public record Alignment(List<Objective> objectives, List<Kpi> kpis, List<Remark> remarks) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Alignment {
        objectives = List.copyOf(objectives);
        kpis = List.copyOf(kpis);
        remarks = List.copyOf(remarks);
    }

    /// Something that does not fit.
    public sealed interface Remark {

        /// No KPI shows whether it comes true.
        record Unmeasured(Objective objective) implements Remark {}

        /// It costs effort to measure, and serves nothing.
        record Purposeless(Kpi kpi) implements Remark {}

        /// It names an objective that there is not.
        record Dangling(Kpi kpi, String objective) implements Remark {}

        /// One usually gets better at the expense of the other.
        record PullsApart(Kpi one, Kpi other, Pull pull) implements Remark {}

        /// What is promised is worse than what was measured before.
        record BelowBaseline(Kpi kpi) implements Remark {}

        /// The weights of objectives do not add up.
        record ObjectivesWeigh(BigDecimal sum, List<Objective> without) implements Remark {}

        /// The weights of KPIs do not add up.
        record KpisWeigh(BigDecimal sum, List<Kpi> without) implements Remark {}
    }

    /// Of what stands in the registers.
    public static Alignment of(List<Objective> objectives, List<Kpi> kpis, KnownMeasures known) {
        var remarks = new ArrayList<Remark>();
        for (var objective : objectives) {
            if (kpis.stream().noneMatch(kpi -> kpi.objectives().contains(objective.ref()))) {
                remarks.add(new Remark.Unmeasured(objective));
            }
        }
        for (var kpi : kpis) {
            if (kpi.objectives().isEmpty()) {
                remarks.add(new Remark.Purposeless(kpi));
            }
            for (String named : kpi.objectives()) {
                if (objectives.stream().noneMatch(objective -> objective.ref().equals(named))) {
                    remarks.add(new Remark.Dangling(kpi, named));
                }
            }
        }
        for (int one = 0; one < kpis.size(); one++) {
            for (int other = one + 1; other < kpis.size(); other++) {
                pull(kpis.get(one), kpis.get(other), known).ifPresent(remarks::add);
            }
        }
        kpis.stream()
                .filter(kpi -> isBelow(kpi, known))
                .map(Remark.BelowBaseline::new)
                .forEach(remarks::add);
        weights(objectives, kpis, remarks);
        return new Alignment(objectives, kpis, remarks);
    }

    /// Whether a KPI serves an objective.
    public boolean serves(Kpi kpi, Objective objective) {
        return kpi.objectives().contains(objective.ref());
    }

    private static Optional<Remark> pull(Kpi one, Kpi other, KnownMeasures known) {
        var oneBetter = better(one, known);
        var otherBetter = better(other, known);
        return oneBetter.isEmpty() || otherBetter.isEmpty()
                ? Optional.empty()
                : known.between(one.name(), oneBetter.get(), other.name(), otherBetter.get())
                        .map(pull -> new Remark.PullsApart(one, other, pull));
    }

    private static boolean isBelow(Kpi kpi, KnownMeasures known) {
        var target = kpi.target();
        var baseline = kpi.baseline();
        if (target == null || baseline == null) {
            return false;
        }
        return better(kpi, known)
                .map(better ->
                        better == Direction.HIGHER ? target.compareTo(baseline) < 0 : target.compareTo(baseline) > 0)
                .orElse(false);
    }

    /// As people say it, or else as it usually is.
    private static Optional<Direction> better(Kpi kpi, KnownMeasures known) {
        return Optional.ofNullable(kpi.direction()).or(() -> known.better(kpi.name()));
    }

    private static void weights(List<Objective> objectives, List<Kpi> kpis, List<Remark> remarks) {
        var shared = objectives.stream().filter(objective -> !objective.ours()).toList();
        var measured = kpis.stream().filter(kpi -> !kpi.ours()).toList();
        sum(shared.stream()
                        .map(objective -> Optional.ofNullable(objective.words().weight()))
                        .toList())
                .ifPresent(sum -> remarks.add(new Remark.ObjectivesWeigh(
                        sum,
                        shared.stream()
                                .filter(objective -> objective.words().weight() == null)
                                .toList())));
        sum(measured.stream().map(kpi -> Optional.ofNullable(kpi.weight())).toList())
                .ifPresent(sum -> remarks.add(new Remark.KpisWeigh(
                        sum,
                        measured.stream().filter(kpi -> kpi.weight() == null).toList())));
    }

    /// What weights come to where it is not the whole; empty where it is, or nobody weighs anything.
    private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> weights) {
        var known = weights.stream().flatMap(Optional::stream).toList();
        var sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.isEmpty() || Objects.requireNonNull(sum).compareTo(WHOLE) == 0
                ? Optional.empty()
                : Optional.of(sum);
    }
}
