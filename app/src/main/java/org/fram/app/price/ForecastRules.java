package org.fram.app.price;

import java.math.BigDecimal;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// The lower end of a band is not above its upper end.
final class ForecastRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        return row.get("bandLow") instanceof BigDecimal low
                        && row.get("bandHigh") instanceof BigDecimal high
                        && low.compareTo(high) > 0
                ? Map.of("bandHigh", Text.of("price.forecast.refused.band"))
                : Map.of();
    }
}
