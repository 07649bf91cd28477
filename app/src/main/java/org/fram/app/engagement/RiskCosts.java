package org.fram.app.engagement;

import java.util.Map;
import org.fram.app.platform.access.EngagementId;

/// What risks cost by the last simulation of the plan. A module offers one as a bean. Is asked within a transaction of
/// whoever looks.
public interface RiskCosts {

    /// Days by which the P80 date were earlier without each, by what people call it; risks that were not simulated are
    /// left out.
    Map<String, Long> atP80(EngagementId engagement);
}
