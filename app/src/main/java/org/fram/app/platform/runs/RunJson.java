package org.fram.app.platform.runs;

import org.fram.app.platform.texts.Text;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Inputs and texts as they lie in the table of runs.
final class RunJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunJson() {}

    static JSONB write(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    static <T> T read(JSONB json, Class<T> type) {
        return MAPPER.readValue(json.data(), type);
    }

    static @Nullable Text text(@Nullable JSONB json) {
        return json == null ? null : read(json, Text.class);
    }
}
