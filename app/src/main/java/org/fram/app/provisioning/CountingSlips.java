package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.FurtherActs;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping orders: a supplier's date, or its firm order commitment, that is moved to a later one is one more slip,
/// unless whoever moves it says how many there are.
@Component
class CountingSlips extends FurtherActs {

    private static final String SLIPS = "slips";

    private final Rows rows;
    private final Transactions transactions;

    CountingSlips(KeepingRows keeping, Rows rows, Transactions transactions) {
        super(keeping);
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID row,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        return transactions.as(me, () -> {
            var counted = rows.find(register, engagement, row)
                    .filter(_ -> register.column(SLIPS).isPresent())
                    .map(now -> counted(now, wanted))
                    .orElse(wanted);
            return super.change(register, me, engagement, row, seen, counted);
        });
    }

    private static Map<String, @Nullable Object> counted(Row now, Map<String, @Nullable Object> wanted) {
        var merged = new LinkedHashMap<String, @Nullable Object>(now.values());
        merged.putAll(wanted);
        var before = Order.promised(now);
        var after = Order.promised(new Row(now.id(), now.version(), merged));
        boolean slipped = before != null && after != null && after.isAfter(before);
        boolean said = !Objects.equals(merged.get(SLIPS), now.get(SLIPS));
        if (!slipped || said) {
            return wanted;
        }
        var counted = new LinkedHashMap<String, @Nullable Object>(wanted);
        counted.put(SLIPS, (now.get(SLIPS) instanceof BigDecimal so ? so : BigDecimal.ZERO).add(BigDecimal.ONE));
        return counted;
    }
}
