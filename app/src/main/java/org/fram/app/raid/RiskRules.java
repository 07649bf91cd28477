package org.fram.app.raid;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;
import org.fram.rules.FactCondition;

/// A trigger is an expression that facts can answer, and what is said of after the response needs a
/// response.
final class RiskRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("trigger") instanceof String trigger
                && FactCondition.read(trigger) instanceof FactCondition.Reading.Wrong(var mistakes)) {
            reasons.put("trigger", Text.of("raid.refused.trigger", String.join(" ", mistakes)));
        }
        for (String after : new String[] {"probabilityAfter", "daysAfter", "moneyAfter", "qualityAfter"}) {
            if (row.get(after) != null && row.get("response") == null) {
                reasons.put("response", Text.of("raid.refused.response"));
            }
        }
        return reasons;
    }
}
