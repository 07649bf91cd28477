package org.fram.app.price;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What a payment may say: a share or an amount, and neither below zero.
final class MilestoneRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("share") != null && row.get("amount") != null) {
            reasons.put("amount", Text.of("price.milestone.refused.both"));
        }
        if (row.get("share") instanceof BigDecimal share && share.signum() == 0) {
            reasons.put("share", Text.of("price.refusal.share-out-of-range", share.toPlainString()));
        }
        if (row.get("amount") instanceof Money.Sum sum && sum.amount().signum() < 0) {
            reasons.putIfAbsent("amount", Text.of("price.refusal.payment-negative", sum.toString()));
        }
        return reasons;
    }
}
