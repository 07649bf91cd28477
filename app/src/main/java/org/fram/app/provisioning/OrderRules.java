package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What holds for the dates of everything that is ordered.
final class OrderRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("leadHigh") instanceof BigDecimal high
                && !(row.get("leadTime") instanceof BigDecimal likely && high.compareTo(likely) >= 0)) {
            reasons.put("leadHigh", Text.of("provisioning.order.refused.leadHigh"));
        }
        if (row.get("ordered") instanceof LocalDate ordered
                && row.get("delivered") instanceof LocalDate delivered
                && delivered.isBefore(ordered)) {
            reasons.put("delivered", Text.of("provisioning.order.refused.delivered"));
        }
        if (row.get("foc") != null && row.get("confirmed") == null) {
            reasons.put("confirmed", Text.of("provisioning.order.refused.confirmed"));
        }
        return reasons;
    }
}
