package org.fram.app.platform.webhooks;

import static fram.schema.api.Tables.EVENT;

import fram.schema.api.tables.records.EventRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happened and is to be told. It is written in the transaction in which it happened, so it is told
/// exactly when it did.
@Component("webhookOutbox")
public class Outbox {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_OF_A_STATEMENT = 500;
    private static final int LARGEST = 300_000;

    private final DSLContext database;
    private final InstantSource clock;
    private final Bell bell;

    Outbox(DSLContext database, InstantSource clock, Bell bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
    }

    /// Something that happened.
    ///
    /// @param privateTo the party whose webhooks alone are told, or null for all of the engagement
    /// @param type as `register.row.added`
    /// @param data what there is to know, of which all who are told may see everything
    public record Happened(@Nullable PartyId privateTo, Topic topic, String type, ObjectNode data) {}

    /// Writes down what happened; nothing where nobody is told. Is asked within a transaction.
    public void add(EngagementId engagement, Supplier<List<Happened>> happened) {
        if (!listened(engagement)) {
            return;
        }
        var records =
                happened.get().stream().map(one -> record(engagement, one)).toList();
        for (int from = 0; from < records.size(); from += ROWS_OF_A_STATEMENT) {
            database.insertInto(EVENT)
                    .set(records.subList(from, Math.min(records.size(), from + ROWS_OF_A_STATEMENT)))
                    .execute();
        }
        bell.ringAfterCommit();
    }

    /// A message as receivers get it.
    String message(EngagementId engagement, String type, ObjectNode data) {
        var message = JSON.createObjectNode()
                .put("type", type)
                .put("timestamp", clock.instant().toString())
                .put("engagement", engagement.toString());
        message.set("data", data);
        String text = JSON.writeValueAsString(message);
        if (text.length() > LARGEST) {
            // Whoever is told can ask for the rest.
            message.set("data", JSON.createObjectNode().put("tooLarge", true));
            text = JSON.writeValueAsString(message);
        }
        // PostgreSQL keeps no character 0.
        return text.replace("\\u0000", "\\ufffd");
    }

    private boolean listened(EngagementId engagement) {
        var listened = DSL.field("api.listened({0})", Boolean.class, DSL.val(engagement.value()));
        return Boolean.TRUE.equals(database.fetchValue(listened));
    }

    private EventRecord record(EngagementId engagement, Happened one) {
        var privateTo = one.privateTo();
        var record = new EventRecord();
        record.setId(Ids.next());
        record.setEngagementId(engagement.value());
        record.setPrivateTo(privateTo == null ? null : privateTo.value());
        record.setTopic(one.topic().code());
        record.setType(one.type());
        record.setPayload(message(engagement, one.type(), one.data()));
        record.setCreated(clock.instant());
        return record;
    }
}
