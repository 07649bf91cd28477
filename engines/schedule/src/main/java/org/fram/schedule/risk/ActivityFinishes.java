package org.fram.schedule.risk;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;

/// By when each activity is finished with a given chance, each seen by itself.
///
/// It is told from the first Latin hypercube of the simulation with the same seed, [Strata#SIZE]
/// samples: enough for a bar beside the planned one, too few for a date that somebody signs.
public final class ActivityFinishes {

    private ActivityFinishes() {}

    /// The dates, in minutes since 1970 in UTC, as many as the plan has activities. Orders of the model
    /// are looked at.
    ///
    /// @param chance 0 to 1
    /// @throws org.fram.schedule.UnusablePlanException if the plan cannot be computed, or the model
    /// speaks of activities that it does not have
    public static LongStream of(Plan plan, RiskModel model, long seed, double chance) {
        var deliveries = Deliveries.of(plan, model.checked(plan));
        var network = Network.of(deliveries.plan());
        var finishes = new long[plan.activities().size()][Strata.SIZE];
        new Columns(network, new Sampling(network, deliveries.model(), seed), null).finishesOfAll(0, finishes);
        int rank = Math.clamp((long) Math.ceil(chance * Strata.SIZE) - 1, 0, Strata.SIZE - 1);
        return Arrays.stream(finishes).mapToLong(samples -> {
            Arrays.sort(samples);
            return samples[rank];
        });
    }
}
