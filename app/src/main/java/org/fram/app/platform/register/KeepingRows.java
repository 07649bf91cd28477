package org.fram.app.platform.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Changes.Target;
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
    private final Changes changes;
    private final Authority authority;
    private final Transactions transactions;

    KeepingRows(Rows rows, Changes changes, Authority authority, Transactions transactions) {
        this.rows = rows;
        this.changes = changes;
        this.authority = authority;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return transactions.as(me, () -> {
            var party = contributor(me, engagement);
            rows.lockNumbers(register, engagement);
            var numbers = new Numbers(register, engagement, wanted);
            var outcomes = new ArrayList<RowOutcome>();
            var added = new ArrayList<Row>();
            // Rows are ordered by their ids, of which those of one millisecond are in no order.
            var ids = Stream.generate(Ids::next).limit(wanted.size()).sorted().iterator();
            for (var values : wanted) {
                var outcome = added(register, ids.next(), values, numbers);
                outcomes.add(outcome);
                if (outcome instanceof RowOutcome.Done(var row)) {
                    added.add(row);
                }
            }
            rows.add(register, engagement, party, added);
            changes.added(new Target(register, engagement, party, me), added);
            return outcomes;
        });
    }

    private static RowOutcome added(Register register, UUID id, Map<String, @Nullable Object> values, Numbers numbers) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (Column column : register.columns()) {
            all.put(column.key(), values.get(column.key()));
        }
        var row = new Row(id, 0, all);
        var refusal = register.refuse(row);
        if (!refusal.isEmpty()) {
            return new RowOutcome.Refused(refusal);
        }
        if (row.ref().isEmpty()) {
            return new RowOutcome.Done(row.with(Register.REF, numbers.next()));
        }
        return numbers.take(row.ref()) ? new RowOutcome.Done(row) : numberTaken(row);
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
            if (register.numbersDiffer(now, row)) {
                rows.lockNumbers(register, engagement);
                if (rows.isTaken(register, engagement, row)) {
                    return numberTaken(row);
                }
            }
            rows.change(register, party, now, row);
            changes.changed(new Target(register, engagement, party, me), now, row);
            return new RowOutcome.Done(row);
        });
    }

    /// Deletes those rows alone that may go; the others count as overtaken.
    Deletion deleteOnly(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            Map<UUID, Integer> wanted,
            Predicate<Row> mayGo) {
        return transactions.as(me, () -> {
            var free = new LinkedHashMap<UUID, Integer>();
            wanted.forEach((id, version) ->
                    rows.find(register, engagement, id).filter(mayGo).ifPresent(_ -> free.put(id, version)));
            var deletion = delete(register, me, engagement, free);
            return new Deletion(deletion.id(), deletion.deleted(), wanted.size() - deletion.deleted());
        });
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> versions) {
        return transactions.as(me, () -> {
            var party = contributor(me, engagement);
            var id = changes.act();
            int deleted = rows.delete(register, engagement, versions, id);
            changes.deleted(
                    new Target(register, engagement, party, me),
                    rows.deletedBy(register, engagement, id).stream()
                            .filter(row -> versions.containsKey(row.id()))
                            .toList());
            return new Deletion(id, deleted, versions.size() - deleted);
        });
    }

    @Override
    public int restore(Register register, Actor.Person me, EngagementId engagement, UUID deletion) {
        return transactions.as(me, () -> {
            var party = contributor(me, engagement);
            rows.lockNumbers(register, engagement);
            var restored = new ArrayList<Row>();
            for (Row row : rows.deletedBy(register, engagement, deletion)) {
                var wanted = row;
                while (!rows.restore(register, engagement, wanted)) {
                    wanted = row.with(Register.REF, number(register, rows.next(register, engagement, 1)));
                }
                restored.add(new Row(wanted.id(), wanted.version() + 1, wanted.values()));
            }
            changes.restored(new Target(register, engagement, party, me), restored);
            return restored.size();
        });
    }

    private PartyId contributor(Actor.Person me, EngagementId engagement) {
        return authority.require(me, Act.CONTRIBUTE, engagement).party();
    }

    private static String number(Register register, int number) {
        return "%s-%d".formatted(register.prefix(), number);
    }

    private static boolean overtaken(Row now, Seen seen) {
        return switch (seen) {
            case Seen.Version(int version) -> version != now.version();
            case Seen.Cells(var values) ->
                values.entrySet().stream().anyMatch(cell -> !Objects.equals(cell.getValue(), now.get(cell.getKey())));
        };
    }

    private static RowOutcome numberTaken(Row row) {
        return new RowOutcome.Refused(Map.of(Register.REF, Text.of("register.refused.number", row.ref())));
    }

    /// The numbers of rows that are added at once, asked for together.
    private final class Numbers {

        private final Register register;
        private final EngagementId engagement;
        private final Set<String> taken;
        private final Iterator<String> reserved;

        private Numbers(Register register, EngagementId engagement, List<Map<String, @Nullable Object>> added) {
            this.register = register;
            this.engagement = engagement;
            var chosen = new HashSet<String>();
            int without = 0;
            for (var values : added) {
                var ref = values.get(Register.REF);
                if (ref == null) {
                    without++;
                } else {
                    chosen.add(ref.toString());
                }
            }
            var counted = count(without);
            var all = new HashSet<>(counted);
            all.addAll(chosen);
            this.taken = rows.taken(register, engagement, all);
            // What somebody chose is theirs.
            this.reserved =
                    counted.stream().filter(number -> !chosen.contains(number)).iterator();
        }

        private boolean take(String number) {
            return taken.add(number);
        }

        private String next() {
            while (reserved.hasNext()) {
                String number = reserved.next();
                if (taken.add(number)) {
                    return number;
                }
            }
            while (true) {
                var number = count(1);
                if (rows.taken(register, engagement, number).isEmpty() && taken.add(number.getFirst())) {
                    return number.getFirst();
                }
            }
        }

        private List<String> count(int many) {
            if (many == 0) {
                return List.of();
            }
            int last = rows.next(register, engagement, many);
            return IntStream.rangeClosed(last - many + 1, last)
                    .mapToObj(number -> number(register, number))
                    .toList();
        }
    }
}
