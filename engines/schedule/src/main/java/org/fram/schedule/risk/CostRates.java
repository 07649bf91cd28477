package org.fram.schedule.risk;

import org.fram.schedule.Costs;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;

/// What samples of a plan cost: a sum that does not vary, rates for each working minute that is still to be done, and
/// what happens.
final class CostRates {

    private static final double DAY = 8 * 60;

    private final Network network;
    private final double[] perMinute;
    private final double[] ofEvent;
    private final double perMinuteOfPlan;
    private final double base;
    private final long start;

    CostRates(Network network, Costs costs, RiskModel model, long start) {
        this.network = network;
        this.start = start;
        var plan = network.plan();
        perMinute = new double[plan.activities().size()];
        perMinuteOfPlan = costs.perDay() / DAY;
        double sum = 0;
        for (var cost : costs.activities()) {
            sum += cost.fixed();
            perMinute[cost.activity()] += cost.perDay() / DAY;
        }
        var ofResource = new Costs.OfResource[plan.resources().size()];
        costs.resources().forEach(cost -> ofResource[cost.resource()] = cost);
        for (var assignment : plan.assignments()) {
            var cost = ofResource[assignment.resource()];
            if (cost != null) {
                sum += cost.perUse();
                perMinute[assignment.activity()] += cost.perDay() * assignment.units() / 100 / DAY;
            }
        }
        var remaining = network.remaining();
        for (int k = 0; k < perMinute.length; k++) {
            long done = Math.max(0, plan.activities().get(k).minutes() - remaining[k]);
            sum += perMinute[k] * done;
        }
        base = sum;
        ofEvent = model.events().stream().mapToDouble(RiskModel.Event::cost).toArray();
    }

    double perMinute(int activity) {
        return perMinute[activity];
    }

    /// What each of the events costs when it happens.
    double[] ofEvents() {
        return ofEvent;
    }

    /// What costs the same in each sample, and what a finish costs.
    double until(long finish) {
        return base + (perMinuteOfPlan == 0 ? 0 : perMinuteOfPlan * network.working(Plan.NONE, start, finish));
    }

    /// The cost when nothing varies and nothing happens.
    double planned(long finish) {
        double sum = until(finish);
        var remaining = network.remaining();
        for (int k = 0; k < perMinute.length; k++) {
            sum += perMinute[k] * remaining[k];
        }
        return sum;
    }
}
