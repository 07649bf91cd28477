package org.fram.app.platform.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    /// Its number; empty where it has none yet.
    public String ref() {
        return Objects.toString(get(Register.REF), "");
    }

    /// The same with another value in a column.
    Row with(String column, @Nullable Object value) {
        var others = new LinkedHashMap<String, @Nullable Object>(values);
        others.put(column, value);
        return new Row(id, version, others);
    }

    /// The value of a column.
    public @Nullable Object get(String column) {
        return values.get(column);
    }
}
