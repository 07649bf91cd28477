package org.fram.app.platform.pages;

import java.util.Arrays;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// One of the values that a form offers.
///
/// @param value as the form sends it
/// @param label as people read it
/// @param chosen whether it is the present one
public record Choice(String value, String label, boolean chosen) {

    /// All constants of an enum, with labels from the texts `keyPrefix.code`.
    ///
    /// @param chosen the present one, or null
    public static <E extends Enum<E> & Code> List<Choice> of(
            Class<E> type, String keyPrefix, @Nullable E chosen, Frame frame) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        new Choice(constant.code(), frame.text(keyPrefix + "." + constant.code()), constant == chosen))
                .toList();
    }
}
