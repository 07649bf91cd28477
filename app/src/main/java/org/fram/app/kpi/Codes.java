package org.fram.app.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Constants of the facts as the database and forms have them: `FRONT_LINE` is `front-line`.
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> List<String> of(E[] constants) {
        return Arrays.stream(constants).map(Codes::of).toList();
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a cell; null where the cell is empty.
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable Object code) {
        return code == null
                ? null
                : Enum.valueOf(type, code.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
