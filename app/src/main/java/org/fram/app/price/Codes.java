package org.fram.app.price;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The engine's constants as the database and forms have them: `PER_UNIT` is `per-unit`.
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> List<String> of(E[] constants) {
        return Arrays.stream(constants).map(Codes::of).toList();
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, Object code) {
        return Enum.valueOf(type, code.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
