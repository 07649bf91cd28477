package org.fram.app.plan;

import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/// Values of plans as they lie in the database.
final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlanJson() {}

    static JSONB write(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    static <T> T read(JSONB json, Class<T> type) {
        return MAPPER.readValue(json.data(), type);
    }
}
