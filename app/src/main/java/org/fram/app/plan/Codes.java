package org.fram.app.plan;

import java.util.Arrays;
import java.util.Locale;

/// Constants of the engine as the database and forms have them: `START_NO_EARLIER` is
/// `start-no-earlier`.
public final class Codes {

    private Codes() {}

    /// The code of a constant.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No %s is %s.".formatted(type.getSimpleName(), code)));
    }
}
