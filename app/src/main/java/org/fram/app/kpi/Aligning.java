package org.fram.app.kpi;

import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// How the objectives and KPIs of engagements fit together, as far as whoever asks may see them. Is
/// asked within a transaction.
@Component
public class Aligning {

    private final Measuring measuring;
    private final KnownMeasures known;

    Aligning(Measuring measuring, KnownMeasures known) {
        this.measuring = measuring;
        this.known = known;
    }

    /// Of what stands in the registers now.
    public Alignment of(EngagementId engagement) {
        return Alignment.of(measuring.objectives(engagement), measuring.kpis(engagement), known);
    }
}
