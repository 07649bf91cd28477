package org.fram.app.duties;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Constants of the facts as the database and forms have them: `NETWORK_SERVICES` is `network-services`.
public final class Codes {

    private Codes() {}

    static <E extends Enum<E>> List<String> of(E[] constants) {
        return Arrays.stream(constants).map(Codes::of).toList();
    }

    /// The code of a constant.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static <E extends Enum<E>> E constant(Class<E> type, Object code) {
        return Enum.valueOf(type, code.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
