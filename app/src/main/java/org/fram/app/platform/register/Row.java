package org.fram.app.platform.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a register.
///
/// @param version how often it was stored
/// @param values by the keys of the columns; all are there, empty ones are null
public record Row(UUID id, int version, Map<String, @Nullable Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The value of a column.
    public @Nullable Object get(String column) {
        return values.get(column);
    }
}
