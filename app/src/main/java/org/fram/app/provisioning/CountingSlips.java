package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs;
import org.fram.app.platform.register.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping orders: a supplier's date that is moved to a later one is one more slip, unless whoever moves it says how
/// many there are.
@Component
class CountingSlips implements RowActs {

    private final KeepingRows keeping;
    private final Rows rows;
    private final Transactions transactions;

    CountingSlips(KeepingRows keeping, Rows rows, Transactions transactions) {
        this.keeping = keeping;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> added) {
        return keeping.addAll(register, me, engagement, added);
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
                    .map(now -> counted(now, wanted))
                    .orElse(wanted);
            return keeping.change(register, me, engagement, row, seen, counted);
        });
    }

    private static Map<String, @Nullable Object> counted(Row now, Map<String, @Nullable Object> wanted) {
        boolean slipped = now.get("supplierDate") instanceof LocalDate before
                && wanted.get("supplierDate") instanceof LocalDate after
                && after.isAfter(before);
        var slips = now.get("slips");
        boolean said = wanted.containsKey("slips") && !Objects.equals(wanted.get("slips"), slips);
        if (!slipped || said) {
            return wanted;
        }
        var counted = new LinkedHashMap<>(wanted);
        counted.put("slips", (slips instanceof BigDecimal so ? so : BigDecimal.ZERO).add(BigDecimal.ONE));
        return counted;
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> deleted) {
        return keeping.delete(register, me, engagement, deleted);
    }

    @Override
    public int restore(Register register, Actor.Person me, EngagementId engagement, UUID deletion) {
        return keeping.restore(register, me, engagement, deletion);
    }
}
