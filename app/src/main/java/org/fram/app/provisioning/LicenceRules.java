package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// Of licences, no more are in production than are there.
final class LicenceRules implements RowRules {

    private final RowRules dates = new OrderRules();

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<>(dates.refuse(row));
        if (row.get("inProduction") instanceof BigDecimal used
                && row.get("provisioned") instanceof BigDecimal there
                && used.compareTo(there) > 0) {
            reasons.put("inProduction", Text.of("provisioning.licence.refused.inProduction", there.toPlainString()));
        }
        return reasons;
    }
}
