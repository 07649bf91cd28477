package org.fram.app.platform.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is held about a person, for themselves: each row of the database that refers to them, as row security lets them
/// see it. The database says which tables those are, so that a new one is not forgotten.
@Component
public class OwnData {

    /// Each column that refers to a person, with the columns of its table that may be handed out. Bytes and hashes are
    /// keys, secrets and proofs: of use to whoever wants to be somebody else.
    private static final String REFERRING = """
            select n.nspname as place, c.relname as name, mine.attname as reference,
                array_agg(shown.attname::text order by shown.attnum) as columns
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute mine on mine.attrelid = c.oid and mine.attnum = k.conkey[1]
            join pg_catalog.pg_attribute shown on shown.attrelid = c.oid and shown.attnum > 0 and not shown.attisdropped
                and shown.atttypid <> 'bytea'::regtype and shown.attname !~ 'hash$'
            where k.confrelid = 'identity.person'::regclass and k.contype = 'f'
                and has_table_privilege(c.oid, 'select')
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    private final Transactions transactions;
    private final DSLContext database;
    private final InstantSource clock;

    OwnData(Transactions transactions, DSLContext database, InstantSource clock) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /// What is held about somebody.
    ///
    /// @param made when it was put together
    /// @param held rows, by table and the column that refers to the person, as `identity.session.person_id`
    public record Held(Instant made, TreeMap<String, List<JsonNode>> held) {}

    /// Puts it together.
    public Held about(Actor.Person me) {
        return transactions.as(me, () -> {
            var held = new TreeMap<String, List<JsonNode>>();
            held.put(
                    "identity.person.id",
                    rows("identity", "person", "id", new String[] {"id", "name", "email", "created"}, me));
            for (var referring : database.fetch(REFERRING)) {
                String place = referring.get("place", String.class);
                String name = referring.get("name", String.class);
                String reference = referring.get("reference", String.class);
                var rows = rows(place, name, reference, referring.get("columns", String[].class), me);
                if (!rows.isEmpty()) {
                    held.put(place + "." + name + "." + reference, rows);
                }
            }
            return new Held(clock.instant(), held);
        });
    }

    private List<JsonNode> rows(String place, String name, String reference, String[] columns, Actor.Person me) {
        var row = database.select(Stream.of(columns)
                        .map(column -> DSL.field(DSL.name(column)))
                        .toList())
                .from(DSL.table(DSL.name(place, name)))
                .where(DSL.field(DSL.name(reference), UUID.class).eq(me.id().value()));
        Field<JSONB> json = DSL.field("to_jsonb(r)", JSONB.class);
        return database.select(json).from(row.asTable("r")).fetch(json).stream()
                .map(found -> JsonMapper.shared().readTree(found.data()))
                .toList();
    }
}
