package org.fram.app.plan;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.fram.app.engagement.RiskCosts;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// What risks cost by the newest simulation.
@Component
class SimulatedRisks implements RiskCosts {

    private static final long MINUTES_OF_A_DAY = 24L * 60;

    private final Simulations simulations;

    SimulatedRisks(Simulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public Map<String, Long> atP80(EngagementId engagement) {
        return simulations.newest(engagement).stream()
                .flatMap(newest -> newest.result().drivers().stream())
                .filter(Simulated.Driver::risk)
                .collect(toMap(
                        Simulated.Driver::code,
                        driver -> Math.round((double) driver.gainMinutes() / MINUTES_OF_A_DAY),
                        Math::max));
    }
}
