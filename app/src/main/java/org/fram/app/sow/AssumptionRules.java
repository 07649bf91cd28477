package org.fram.app.sow;

import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What holds or does not is said with what shows it: a word alone proves nothing.
final class AssumptionRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        return row.get("holds") != null && row.get("evidence") == null
                ? Map.of("evidence", Text.of("sow.assumption.refused.evidence"))
                : Map.of();
    }
}
