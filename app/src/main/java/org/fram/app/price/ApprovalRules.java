package org.fram.app.price;

import java.util.Map;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// What is approved is not below zero.
final class ApprovalRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        return row.get("amount") instanceof Money.Sum sum && sum.amount().signum() < 0
                ? Map.of("amount", Text.of("price.approval.refused.negative", sum.toString()))
                : Map.of();
    }
}
