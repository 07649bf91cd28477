package org.fram.app.readiness;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// Notice is given before something ends, and what is kept is kept beyond that.
final class ExitRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("endsOn") instanceof LocalDate end) {
            if (row.get("noticeBy") instanceof LocalDate notice && !notice.isBefore(end)) {
                reasons.put("noticeBy", Text.of("readiness.exit.refused.noticeBy"));
            }
            if (row.get("keepUntil") instanceof LocalDate until && !until.isAfter(end)) {
                reasons.put("keepUntil", Text.of("readiness.exit.refused.keepUntil"));
            }
        }
        return reasons;
    }
}
