package org.fram.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies that nobody can change, in the order of what was copied, of what may be absent.
interface Copies {

    static <T> @Nullable List<T> of(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    static <K, V> @Nullable Map<K, V> of(@Nullable Map<K, V> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
