package org.fram.app.platform.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What many ask for while a page is made, as who belongs to an engagement: in a transaction that only reads, it is
/// read
/// once. In all others it is read each time, as it may have been written between.
public final class ReadOnce {

    private ReadOnce() {}

    private record Key(Class<?> reader, Object of) {}

    /// What was read already, or else what is read now.
    ///
    /// @param reader who reads it
    /// @param of what it is of
    @SuppressWarnings("unchecked")
    public static <T> T of(Class<?> reader, Object of, Supplier<T> read) {
        var known = known();
        if (known == null) {
            return read.get();
        }
        var key = new Key(reader, of);
        Object found = known.get(key);
        if (found == null) {
            found = read.get();
            known.put(key, found);
        }
        return (T) found;
    }

    /// Keeps what was read with other things.
    public static void keep(Class<?> reader, Object of, Object value) {
        var known = known();
        if (known != null) {
            known.put(new Key(reader, of), value);
        }
    }

    static void begin() {
        TransactionSynchronizationManager.bindResource(ReadOnce.class, new HashMap<Key, Object>());
    }

    static void end() {
        TransactionSynchronizationManager.unbindResource(ReadOnce.class);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<Key, Object> known() {
        return (Map<Key, Object>) TransactionSynchronizationManager.getResource(ReadOnce.class);
    }
}
