package org.fram.app.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Constants of enums as the database and forms have them: `FRONT_LINE` is `front-line`. Enums of the application are
/// a [Code] themselves; this is for those of engines, which know no database.
public final class Codes {

    private Codes() {}

    /// The code of a constant.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The codes of constants, in their order.
    public static <E extends Enum<E>> List<String> of(E[] constants) {
        return Arrays.stream(constants).map(Codes::of).toList();
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static <E extends Enum<E>> E constant(Class<E> type, Object code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(code.toString()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no %s '%s'.".formatted(type.getSimpleName(), code)));
    }

    /// The constant of a cell; null where the cell is empty.
    public static <E extends Enum<E>> @Nullable E ofCell(Class<E> type, @Nullable Object code) {
        return code == null ? null : constant(type, code);
    }
}
