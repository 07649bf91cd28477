package org.fram.app.readiness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What is signed off was signed off by somebody, and there is something that shows it.
final class SignOffRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("signedOff") != null) {
            if (row.get("signedBy") == null) {
                reasons.put("signedBy", Text.of("readiness.signOff.refused.signedBy"));
            }
            if (row.get("evidence") == null) {
                reasons.put("evidence", Text.of("readiness.signOff.refused.evidence"));
            }
        }
        return reasons;
    }
}
