package org.fram.app.platform.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping the rows of a register, the ordinary way: contributors do, within its rules.
///
/// All writing of rows ends here, so that what is to happen with each change, such as its history, finds one
/// place.
@Component
public class KeepingRows implements RowActs {

    private final Rows rows;
    private final Authority authority;
    private final Transactions transactions;

    KeepingRows(Rows rows, Authority authority, Transactions transactions) {
        this.rows = rows;
        this.authority = authority;
        this.transactions = transactions;
    }

    @Override
    public RowOutcome add(
            Register register, Actor.Person me, EngagementId engagement, Map<String, @Nullable Object> values) {
        return transactions.as(me, () -> {
            var party = contributor(me, engagement);
            var all = new LinkedHashMap<String, @Nullable Object>();
            for (Column column : register.columns()) {
                all.put(column.key(), values.get(column.key()));
            }
            boolean numbered = all.get(Register.REF) != null;
            var wanted = new Row(Ids.next(), 0, all);
            var refusal = register.refuse(wanted);
            if (!refusal.isEmpty()) {
                return new RowOutcome.Refused(refusal);
            }
            var row = numbered ? wanted : numbered(register, wanted, engagement);
            while (rows.isTaken(register, engagement, row) || !rows.add(register, engagement, party, row)) {
                if (numbered) {
                    return numberTaken(row);
                }
                row = numbered(register, wanted, engagement);
            }
            return new RowOutcome.Done(row);
        });
    }

    @Override
    public RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        return transactions.as(me, () -> {
            var party = contributor(me, engagement);
            var found = rows.lock(register, engagement, id);
            if (found.isEmpty()) {
                return new RowOutcome.Gone();
            }
            var now = found.get();
            if (overtaken(now, seen)) {
                return new RowOutcome.Overtaken(now);
            }
            var values = new LinkedHashMap<String, @Nullable Object>(now.values());
            values.putAll(wanted);
            if (values.equals(now.values())) {
                return new RowOutcome.Done(now);
            }
            var row = new Row(id, now.version() + 1, values);
            var refusal = register.refuse(row);
            if (!refusal.isEmpty()) {
                return new RowOutcome.Refused(refusal);
            }
            if (!Objects.equals(now.get(Register.REF), row.get(Register.REF))
                    && rows.isTaken(register, engagement, row)) {
                return numberTaken(row);
            }
            rows.change(register, party, now, row);
            return new RowOutcome.Done(row);
        });
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> versions) {
        return transactions.as(me, () -> {
            contributor(me, engagement);
            var id = Ids.next();
            int deleted = rows.delete(register, engagement, versions, id);
            return new Deletion(id, deleted, versions.size() - deleted);
        });
    }

    @Override
    public int restore(Register register, Actor.Person me, EngagementId engagement, UUID deletion) {
        return transactions.as(me, () -> {
            contributor(me, engagement);
            int restored = 0;
            for (Row row : rows.deletedBy(register, engagement, deletion)) {
                var wanted = row;
                while (!rows.restore(register, engagement, wanted)) {
                    wanted = numbered(register, row, engagement);
                }
                restored++;
            }
            return restored;
        });
    }

    private PartyId contributor(Actor.Person me, EngagementId engagement) {
        return authority.require(me, Act.CONTRIBUTE, engagement).party();
    }

    private Row numbered(Register register, Row row, EngagementId engagement) {
        var values = new LinkedHashMap<String, @Nullable Object>(row.values());
        values.put(Register.REF, "%s-%d".formatted(register.prefix(), rows.next(register, engagement)));
        return new Row(row.id(), row.version(), values);
    }

    private static boolean overtaken(Row now, Seen seen) {
        return switch (seen) {
            case Seen.Version(int version) -> version != now.version();
            case Seen.Cells(var values) ->
                values.entrySet().stream().anyMatch(cell -> !Objects.equals(cell.getValue(), now.get(cell.getKey())));
        };
    }

    private static RowOutcome numberTaken(Row row) {
        return new RowOutcome.Refused(Map.of(
                Register.REF, Text.of("register.refused.number", Objects.toString(row.get(Register.REF), ""))));
    }
}
