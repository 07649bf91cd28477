package org.fram.app.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What a change may say.
final class ChangeRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        boolean elsewhere = Boolean.TRUE.equals(row.get("elsewhere"));
        var state = ChangeRegister.state(row.get("state"));
        if (!elsewhere && (row.get("signedBy") != null || row.get("mayChange") != null)) {
            reasons.put("elsewhere", Text.of("change.refused.elsewhere"));
        }
        if (state == ChangeState.PROPOSED && row.get("decided") != null) {
            reasons.put("decided", Text.of("change.refused.decidedOpen"));
        }
        if (state != ChangeState.PROPOSED && row.get("decided") == null) {
            reasons.put("decided", Text.of("change.refused.decidedMissing"));
        }
        if (state == ChangeState.REFUSED && row.get("refusal") == null) {
            reasons.put("refusal", Text.of("change.refused.refusal"));
        }
        return reasons;
    }
}
