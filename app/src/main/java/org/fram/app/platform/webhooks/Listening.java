package org.fram.app.platform.webhooks;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.platform.ledger.DeedRecorded;
import org.fram.app.platform.register.CellJson;
import org.fram.app.platform.register.RowsChanged;
import org.fram.app.platform.webhooks.Outbox.Happened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// Hears what happens on the platform, in the transactions in which it does.
@Component
class Listening {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Outbox outbox;

    Listening(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Whoever sees a row now is told how it is now. What stood there before is not: it may have been
    /// private.
    @EventListener
    void rowsChanged(RowsChanged changed) {
        outbox.add(changed.engagement(), () -> {
            var happened = new ArrayList<Happened>();
            for (var row : changed.rows()) {
                var data = JSON.objectNode().put("register", changed.register().name());
                data.set("row", CellJson.row(changed.register(), row));
                if (!changed.columns().isEmpty()) {
                    var columns = data.putArray("columns");
                    changed.columns().stream().sorted().forEach(columns::add);
                }
                data.put("person", changed.person().toString()).put("origin", changed.origin());
                happened.add(new Happened(
                        changed.register().isPrivate(row) ? changed.party() : null,
                        Topic.REGISTER,
                        "register.row." + changed.kind().code(),
                        data));
            }
            return happened;
        });
    }

    @EventListener
    void deedRecorded(DeedRecorded recorded) {
        outbox.add(recorded.engagement(), () -> {
            var deed = recorded.deed();
            var data = JSON.objectNode()
                    .put("number", recorded.number())
                    .put("hash", recorded.hash())
                    .put("by", recorded.by().toString())
                    .put("subject", deed.subject().toString());
            var what = data.putObject("what");
            deed.what().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(one -> what.put(one.getKey(), one.getValue()));
            return List.of(new Happened(recorded.privateTo(), Topic.LEDGER, "ledger." + deed.kind(), data));
        });
    }
}
