package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// A packet holds whole frames of its codec.
final class SiteCallsRules implements RowRules {

    /// The shortest and the longest interval that the table takes, in milliseconds.
    static final int SHORTEST = 10;

    @Override
    public Map<String, Text> refuse(Row row) {
        if (!(row.get("interval") instanceof BigDecimal interval)) {
            return Map.of();
        }
        if (interval.intValue() < SHORTEST) {
            return Map.of("interval", Text.of("provisioning.siteCalls.refused.short", SHORTEST));
        }
        if (row.get("codec") instanceof String code) {
            int frame = Codec.of(code).frame();
            if (interval.intValue() % frame != 0) {
                return Map.of(
                        "interval", Text.of("provisioning.siteCalls.refused.frames", interval.toPlainString(), frame));
            }
        }
        return Map.of();
    }
}
