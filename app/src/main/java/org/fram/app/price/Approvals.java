package org.fram.app.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// What was approved for engagements, as far as whoever asks may see it. Is asked within a transaction.
@Component
public class Approvals {

    private final Rows rows;
    private final Register register;

    Approvals(Rows rows, Register approvalsRegister) {
        this.rows = rows;
        this.register = approvalsRegister;
    }

    /// The sum of all that is approved, with taxes; empty where nothing is, and where it is of several currencies
    /// or more than can be added up.
    public Optional<Money.Sum> total(EngagementId engagement) {
        return sum(rows.all(register, engagement, Query.ALL).stream()
                .map(row -> row.get("amount"))
                .filter(Money.Sum.class::isInstance)
                .map(Money.Sum.class::cast)
                .toList());
    }

    private static Optional<Money.Sum> sum(List<Money.Sum> amounts) {
        if (amounts.stream().map(Money.Sum::currency).distinct().count() != 1) {
            return Optional.empty();
        }
        var total = amounts.stream().map(Money.Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.unscaledValue().bitLength() < Long.SIZE
                ? Optional.of(new Money.Sum(total, amounts.getFirst().currency()))
                : Optional.empty();
    }
}
