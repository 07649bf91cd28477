package org.fram.app.platform.texts;

import java.util.List;

/// A text by its key, not yet in any language. Outcomes of acts carry these; pages put them into words.
///
/// @param key in the message files, as `engagement.name.missing`
/// @param values of `{0}`, `{1}` … in it
public record Text(String key, List<Object> values) {

    public Text {
        values = List.copyOf(values);
    }

    /// A text with the values of its placeholders.
    public static Text of(String key, Object... values) {
        return new Text(key, List.of(values));
    }
}
