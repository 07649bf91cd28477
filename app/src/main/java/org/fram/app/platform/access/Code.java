package org.fram.app.platform.access;

import java.util.Arrays;
import java.util.Locale;

/// A constant with the code under which the database, forms and message files know it: `PROJECT_MANAGER` is
/// `project-manager`.
public interface Code {

    /// The constant's name; enums have it.
    String name();

    /// As the database and forms have it.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException where the enum has none
    static <E extends Enum<E> & Code> E of(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no %s '%s'.".formatted(type.getSimpleName(), code)));
    }
}
