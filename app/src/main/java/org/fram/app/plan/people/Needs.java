package org.fram.app.plan.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.plan.Plans;
import org.fram.app.plan.Simulations;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Until when people who are booked are needed, by the plan as it is. Is asked within a transaction.
@Component
public class Needs {

    private final Plans plans;
    private final Simulations simulations;

    Needs(Plans plans, Simulations simulations) {
        this.plans = plans;
        this.simulations = simulations;
    }

    /// The last day on which each is needed, by the ids of the bookings; without those of which the plan says
    /// nothing.
    public Map<UUID, LocalDate> until(EngagementId engagement, List<Booking> bookings) {
        var simulated = simulations
                .newest(engagement)
                .map(Simulations.Simulation::result)
                .orElse(null);
        var needed = new NeededUntil(plans.find(engagement).orElse(null), simulated, bookings);
        var until = new HashMap<UUID, LocalDate>();
        bookings.forEach(one -> needed.of(one).ifPresent(day -> until.put(one.id(), day)));
        return until;
    }
}
