package org.fram.app.provisioning;

import static fram.schema.provisioning.Tables.NUMBER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.FurtherActs;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping numbers, of which each is there once for those who see it. Restoring deleted rows can bring one back that
/// has been entered again in the meantime; the page says so.
@Component
class KeepingNumbers extends FurtherActs {

    private static final String COLUMN = "number";

    private final Rows rows;
    private final DSLContext database;
    private final Authority authority;
    private final Transactions transactions;

    KeepingNumbers(
            KeepingRows keeping, Rows rows, DSLContext database, Authority authority, Transactions transactions) {
        super(keeping);
        this.rows = rows;
        this.database = database;
        this.authority = authority;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            lock(engagement);
            var numbers = wanted.stream()
                    .map(values -> values.get(COLUMN))
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .toList();
            var taken = new HashSet<>(there(engagement, numbers));
            var added = new ArrayList<Map<String, @Nullable Object>>();
            var outcomes = new ArrayList<@Nullable RowOutcome>();
            for (var values : wanted) {
                var number = values.get(COLUMN);
                if (number != null && !taken.add(number.toString())) {
                    outcomes.add(twice(number));
                } else {
                    outcomes.add(null);
                    added.add(values);
                }
            }
            var kept = super.addAll(register, me, engagement, added).iterator();
            return outcomes.stream()
                    .map(outcome -> outcome == null ? kept.next() : outcome)
                    .toList();
        });
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
            authority.require(me, Act.CONTRIBUTE, engagement);
            var number = wanted.get(COLUMN);
            if (number != null && becomes(number, rows.find(register, engagement, row))) {
                lock(engagement);
                if (!there(engagement, List.of(number.toString())).isEmpty()) {
                    return twice(number);
                }
            }
            return super.change(register, me, engagement, row, seen, wanted);
        });
    }

    /// Which of these numbers are there for whoever asks. Is asked within a transaction.
    Set<String> there(EngagementId engagement, Collection<String> numbers) {
        return database.select(NUMBER.NUMBER_)
                .from(NUMBER)
                .where(NUMBER.ENGAGEMENT_ID.eq(engagement.value()))
                .and(NUMBER.DELETION.isNull())
                .and(NUMBER.NUMBER_.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetchSet(NUMBER.NUMBER_);
    }

    private static boolean becomes(Object number, Optional<Row> now) {
        return now.filter(row -> !number.equals(row.get(COLUMN))).isPresent();
    }

    /// Makes others wait who enter numbers of this engagement, until the transaction ends.
    private void lock(EngagementId engagement) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", engagement + "/numbers entered");
    }

    private static RowOutcome twice(Object number) {
        return new RowOutcome.Refused(Map.of(COLUMN, Text.of("provisioning.number.refused.twice", number.toString())));
    }

    static boolean isTwice(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Refused(var reasons)
                && reasons.containsKey(COLUMN)
                && reasons.get(COLUMN).key().equals("provisioning.number.refused.twice");
    }

    static String number(Row row) {
        return Objects.toString(row.get(COLUMN), "");
    }
}
