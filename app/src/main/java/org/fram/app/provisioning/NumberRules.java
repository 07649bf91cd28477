package org.fram.app.provisioning;

import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// A test of a number that came out somehow was made on a day.
final class NumberRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        return row.get("outcome") != null && row.get("tested") == null
                ? Map.of("tested", Text.of("provisioning.number.refused.tested"))
                : Map.of();
    }
}
