package org.fram.app.sow.clauses;

import java.util.List;
import org.fram.office.Block;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/// Clauses as they lie in the tables.
final class ClauseJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ClauseJson() {}

    /// Clauses as they were, to be put back; those that are new, to be taken away.
    record Before(List<Clause> changed, List<ClauseId> added) {
        Before {
            changed = List.copyOf(changed);
            added = List.copyOf(added);
        }
    }

    static JSONB write(Block.Table table) {
        return text(table);
    }

    static JSONB write(Before before) {
        return text(before);
    }

    static Block.Table table(JSONB json) {
        return MAPPER.readValue(json.data(), Block.Table.class);
    }

    static Before before(JSONB json) {
        return MAPPER.readValue(json.data(), Before.class);
    }

    /// PostgreSQL keeps no character 0.
    private static JSONB text(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value).replace("\\u0000", "\\ufffd"));
    }
}
