package org.fram.app.platform.register;

import static fram.schema.register.Tables.COUNTER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of registers, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Rows {

    private static final int ROWS_OF_A_STATEMENT = 500;

    private final DSLContext database;

    Rows(DSLContext database) {
        this.database = database;
    }

    /// The rows of a page.
    public List<Row> page(Register register, EngagementId engagement, Query query) {
        return database.select(fields(register))
                .from(register.table())
                .where(matching(register, engagement, query))
                .orderBy(order(register, query))
                .limit(query.size())
                .offset((query.page() - 1) * query.size())
                .fetch(row -> row(register, row));
    }

    /// Where one is in the order of a query: behind a row, by its id and by the value of the column that
    /// sorts.
    public record Mark(UUID id, @Nullable Object value) {}

    /// Rows behind a mark; it stays where it is while others add and remove rows.
    ///
    /// @param mark null for the first
    public List<Row> after(Register register, EngagementId engagement, Query query, @Nullable Mark mark, int most) {
        var condition = matching(register, engagement, query);
        return database.select(fields(register))
                .from(register.table())
                .where(mark == null ? condition : condition.and(behind(register, query, mark)))
                .orderBy(order(register, query))
                .limit(most)
                .fetch(row -> row(register, row));
    }

    /// All rows that match, in their order.
    public List<Row> all(Register register, EngagementId engagement, Query query) {
        return database.select(fields(register))
                .from(register.table())
                .where(matching(register, engagement, query))
                .orderBy(order(register, query))
                .fetch(row -> row(register, row));
    }

    /// Those rows, in the order in which they were added.
    public List<Row> all(Register register, EngagementId engagement, Which which) {
        return all(register, List.of(engagement), which).getOrDefault(engagement, List.of());
    }

    /// Those rows of several engagements, by engagement, in the order in which they were added.
    public Map<EngagementId, List<Row>> all(Register register, Collection<EngagementId> engagements, Which which) {
        return groups(register, there(register, engagements).and(which.in(register)));
    }

    private Map<EngagementId, List<Row>> groups(Register register, Condition condition) {
        return database.select(fields(register))
                .select(register.engagement())
                .from(register.table())
                .where(condition)
                .orderBy(order(register, Query.ALL))
                .fetchGroups(row -> new EngagementId(row.get(register.engagement())), row -> row(register, row));
    }

    /// Some rows of each day, with how many there are.
    public record Crowd(Map<EngagementId, List<Row>> rows, Map<LocalDate, OfDay> days) {}

    /// How many rows there are of a day.
    ///
    /// @param late how many are among those that are counted on their own
    public record OfDay(int all, int late) {

        /// Both together.
        public OfDay and(OfDay other) {
            return new OfDay(all + other.all, late + other.late);
        }
    }

    /// Some of those rows of each day, the earliest ones and those that were added first.
    ///
    /// @param days the column of the day
    /// @param late those that are counted on their own
    /// @param enough how many of them are read, of all engagements together
    public Crowd crowd(
            Register register,
            Collection<EngagementId> engagements,
            Which which,
            Days days,
            Which late,
            Enough enough) {
        var day = days.of(register);
        var id = register.id().as("ranked_id");
        var ofDay = day.as("ranked_day");
        var place = DSL.rowNumber()
                .over(DSL.partitionBy(day).orderBy(days.exact(register), register.id()))
                .as("ranked_place");
        var all = DSL.count().over(DSL.partitionBy(day)).as("ranked_all");
        var among = DSL.count()
                .filterWhere(late.in(register))
                .over(DSL.partitionBy(day))
                .as("ranked_late");
        var ranked = database.select(id, ofDay, place, all, among)
                .from(register.table())
                .where(there(register, engagements))
                .and(which.in(register))
                .asTable("ranked");
        var counts = new HashMap<LocalDate, OfDay>();
        var rows = database.select(fields(register))
                .select(register.engagement())
                .select(ranked.fields())
                .from(register.table())
                .join(ranked)
                .on(register.id().eq(of(ranked, id)))
                .where(of(ranked, place)
                        .le(DSL.when(of(ranked, ofDay).lt(days.from()), enough.before())
                                .otherwise(enough.ofDay())))
                .orderBy(order(register, Query.ALL))
                .fetchGroups(row -> new EngagementId(row.get(register.engagement())), row -> {
                    counts.putIfAbsent(
                            row.get(ofDay.getName(), LocalDate.class), new OfDay(row.get(all), row.get(among)));
                    return row(register, row);
                });
        return new Crowd(rows, counts);
    }

    private static <T> Field<T> of(Table<?> table, Field<T> field) {
        return Objects.requireNonNull(table.field(field));
    }

    /// How many rows are enough.
    ///
    /// @param ofDay of each day
    /// @param before of all before the first day
    public record Enough(int ofDay, int before) {

        /// All of them.
        public static final Enough ALL = new Enough(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// Days of a column; all before a first one count as the day before it.
    public record Days(String column, LocalDate from) {

        /// The day as which one counts.
        public LocalDate of(LocalDate day) {
            return day.isBefore(from) ? from.minusDays(1) : day;
        }

        private Field<LocalDate> of(Register register) {
            return DSL.greatest(exact(register), DSL.inline(from.minusDays(1)));
        }

        private Field<LocalDate> exact(Register register) {
            return Objects.requireNonNull(register.column(column).orElseThrow().field())
                    .coerce(LocalDate.class);
        }
    }

    /// How many rows match.
    public int count(Register register, EngagementId engagement, Query query) {
        return database.fetchCount(register.table(), matching(register, engagement, query));
    }

    /// The row with this id; empty where there is none for whoever asks, or it is deleted.
    public Optional<Row> find(Register register, EngagementId engagement, UUID id) {
        return database.select(fields(register))
                .from(register.table())
                .where(there(register, engagement))
                .and(register.id().eq(id))
                .fetchOptional(row -> row(register, row));
    }

    /// The rows that have one of these numbers, by them.
    Map<String, Row> byRef(Register register, EngagementId engagement, Collection<String> refs) {
        return database
                .select(fields(register))
                .from(register.table())
                .where(there(register, engagement))
                .and(among(register, refs))
                .fetch(row -> row(register, row))
                .stream()
                .collect(Collectors.toMap(Row::ref, row -> row, (first, _) -> first));
    }

    /// Which of these numbers rows have.
    Set<String> taken(Register register, EngagementId engagement, Collection<String> refs) {
        return database.select(refField(register))
                .from(register.table())
                .where(there(register, engagement))
                .and(among(register, refs))
                .fetchSet(refField(register));
    }

    Optional<Row> lock(Register register, EngagementId engagement, UUID id) {
        return database.select(fields(register))
                .from(register.table())
                .where(there(register, engagement))
                .and(register.id().eq(id))
                .forUpdate()
                .fetchOptional(row -> row(register, row));
    }

    /// Adds rows whose numbers are not taken.
    void add(Register register, EngagementId engagement, PartyId mine, List<Row> added) {
        for (int from = 0; from < added.size(); from += ROWS_OF_A_STATEMENT) {
            var insert = database.insertQuery(register.table());
            for (Row row : added.subList(from, Math.min(added.size(), from + ROWS_OF_A_STATEMENT))) {
                var fields = new LinkedHashMap<Field<?>, @Nullable Object>();
                fields.put(register.id(), row.id());
                fields.put(register.engagement(), engagement.value());
                for (Column column : register.columns()) {
                    fields.putAll(toTable(column, row.get(column.key()), mine));
                }
                insert.newRecord();
                insert.addValues(fields);
            }
            insert.execute();
        }
    }

    /// Whether another row has the number of this one.
    boolean isTaken(Register register, EngagementId engagement, Row row) {
        return database.fetchExists(
                register.table(),
                there(register, engagement)
                        .and(refField(register).eq(row.ref()))
                        .and(register.id().ne(row.id())));
    }

    /// Stores what differs between two states of a row.
    void change(Register register, PartyId mine, Row before, Row after) {
        var fields = new LinkedHashMap<Field<?>, @Nullable Object>();
        fields.put(register.version(), after.version());
        for (Column column : register.columns()) {
            if (!Objects.equals(before.get(column.key()), after.get(column.key()))) {
                fields.putAll(toTable(column, after.get(column.key()), mine));
            }
        }
        database.update(register.table())
                .set(fields)
                .where(register.id().eq(after.id()))
                .execute();
    }

    /// Deletes those rows that still have the version beside them.
    ///
    /// @return how many
    int delete(Register register, EngagementId engagement, Map<UUID, Integer> versions, UUID deletion) {
        int deleted = 0;
        for (var seen : versions.entrySet()) {
            deleted += database.update(register.table())
                    .set(register.deletion(), deletion)
                    .set(register.version(), seen.getValue() + 1)
                    .where(there(register, engagement))
                    .and(register.id().eq(seen.getKey()))
                    .and(register.version().eq(seen.getValue()))
                    .execute();
        }
        return deleted;
    }

    List<Row> deletedBy(Register register, EngagementId engagement, UUID deletion) {
        return database.select(fields(register))
                .from(register.table())
                .where(register.engagement().eq(engagement.value()))
                .and(register.deletion().eq(deletion))
                .orderBy(register.id())
                .fetch(row -> row(register, row));
    }

    /// Brings a deleted row back under its number, unless another has that by now.
    boolean restore(Register register, EngagementId engagement, Row row) {
        if (isTaken(register, engagement, row)) {
            return false;
        }
        database.update(register.table())
                .setNull(register.deletion())
                .set(refField(register), row.ref())
                .set(register.version(), row.version() + 1)
                .where(register.id().eq(row.id()))
                .execute();
        return true;
    }

    /// Makes others wait who number rows of this register, until the transaction ends: what is taken now
    /// stays so.
    void lockNumbers(Register register, EngagementId engagement) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", engagement + "/" + register.name());
    }

    /// The last of so many numbers that nobody got from here.
    int next(Register register, EngagementId engagement, int many) {
        Integer next = database.insertInto(COUNTER)
                .set(COUNTER.ENGAGEMENT_ID, engagement.value())
                .set(COUNTER.REGISTER, register.name())
                .set(COUNTER.LAST, many)
                .onConflict(COUNTER.ENGAGEMENT_ID, COUNTER.REGISTER)
                .doUpdate()
                .set(COUNTER.LAST, COUNTER.LAST.plus(many))
                .returningResult(COUNTER.LAST)
                .fetchSingle(COUNTER.LAST);
        return Objects.requireNonNull(next);
    }

    /// As one value, so that ten thousand numbers are not ten thousand parameters.
    private static Condition among(Register register, Collection<String> refs) {
        return refField(register).eq(DSL.any(refs.toArray(String[]::new)));
    }

    private static Condition there(Register register, Collection<EngagementId> engagements) {
        return register.engagement()
                .eq(DSL.any(engagements.stream().map(EngagementId::value).toArray(UUID[]::new)))
                .and(register.deletion().isNull());
    }

    private static Condition there(Register register, EngagementId engagement) {
        return register.engagement()
                .eq(engagement.value())
                .and(register.deletion().isNull());
    }

    private static Condition matching(Register register, EngagementId engagement, Query query) {
        var condition = there(register, engagement);
        for (String word : query.search().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                condition = condition.and(register.searched().contains(word));
            }
        }
        for (var filter : query.filters().entrySet()) {
            condition = condition.and(register.column(filter.getKey())
                    .map(column -> column.type().matches(column.field(), filter.getValue()))
                    .orElse(DSL.noCondition()));
        }
        return condition;
    }

    /// By the chosen column, then by age, so that the order is always the same.
    private static List<SortField<?>> order(Register register, Query query) {
        var order = new ArrayList<SortField<?>>();
        register.column(query.sort()).ifPresent(column -> {
            var field = column.field();
            order.add((query.descending() ? field.desc() : field.asc()).nullsLast());
        });
        order.add(register.id().asc());
        return order;
    }

    /// Empty cells come last, whichever way round the others are.
    private static Condition behind(Register register, Query query, Mark mark) {
        var later = register.id().gt(mark.id());
        var sorts = register.column(query.sort());
        if (sorts.isEmpty()) {
            return later;
        }
        @SuppressWarnings("unchecked")
        var field = (Field<Object>) sorts.get().field();
        Object value = switch (sorts.get().type()) {
            case Labels _ -> Labels.toTable(mark.value());
            case Money _ -> mark.value() instanceof Money.Sum(var amount, var _) ? amount : null;
            case OwnParty _, Words _, OneOf _, YesNo _, Day _, Quantity _, PhoneNumber _ -> mark.value();
        };
        if (value == null) {
            return field.isNull().and(later);
        }
        if (sorts.get().type() instanceof OwnParty) {
            // Whoever asks sees the private rows of one party only.
            return field.isNotNull().and(later).or(field.isNull());
        }
        return (query.descending() ? field.lt(value) : field.gt(value))
                .or(field.eq(value).and(later))
                .or(field.isNull());
    }

    private static List<SelectFieldOrAsterisk> fields(Register register) {
        var fields = new ArrayList<SelectFieldOrAsterisk>();
        fields.add(register.id());
        fields.add(register.version());
        for (Column column : register.columns()) {
            fields.add(column.field());
            if (column.type() instanceof Money(var currency, var _)) {
                fields.add(currency);
            }
        }
        return fields;
    }

    private static Row row(Register register, Record row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Column column : register.columns()) {
            values.put(column.key(), fromTable(column, row));
        }
        return new Row(row.get(register.id()), row.get(register.version()), values);
    }

    private static @Nullable Object fromTable(Column column, Record row) {
        Object value = row.get(column.field());
        return switch (column.type()) {
            case Labels _ -> Labels.fromTable(value);
            case OwnParty _ -> value == null ? null : true;
            case Money(var currency, var _) -> Money.fromTable(value, row.get(currency));
            case Quantity _ -> Quantity.fromTable(value);
            case Words _, OneOf _, YesNo _, Day _, PhoneNumber _ -> value;
        };
    }

    private static Map<Field<?>, @Nullable Object> toTable(Column column, @Nullable Object value, PartyId mine) {
        var fields = new HashMap<Field<?>, @Nullable Object>();
        switch (column.type()) {
            case Labels _ -> fields.put(column.field(), Labels.toTable(value));
            case OwnParty _ -> fields.put(column.field(), value == null ? null : mine.value());
            case Money(var currency, var _) -> {
                var sum = (Money.Sum) value;
                fields.put(column.field(), sum == null ? null : sum.amount());
                fields.put(currency, sum == null ? null : sum.currency().getCurrencyCode());
            }
            case Words _, OneOf _, YesNo _, Day _, Quantity _, PhoneNumber _ -> fields.put(column.field(), value);
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Field<String> refField(Register register) {
        return (Field<String>) register.columns().getFirst().field();
    }
}
