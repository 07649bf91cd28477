package org.fram.app.kpi;

import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// The objectives and KPIs of engagements, as far as whoever asks may see them. Is asked within a
/// transaction.
@Component
public class Measuring {

    private final Rows rows;
    private final Register objectives;
    private final Register kpis;

    Measuring(Rows rows, Register objectivesRegister, Register kpisRegister) {
        this.rows = rows;
        this.objectives = objectivesRegister;
        this.kpis = kpisRegister;
    }

    /// The objectives, in the order in which they were added.
    public List<Objective> objectives(EngagementId engagement) {
        return rows.all(objectives, engagement, Query.ALL).stream()
                .map(Objective::of)
                .toList();
    }

    /// The KPIs, in the order in which they were added.
    public List<Kpi> kpis(EngagementId engagement) {
        return rows.all(kpis, engagement, Query.ALL).stream().map(Kpi::of).toList();
    }
}
