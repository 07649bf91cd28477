package org.fram.app.platform.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;

/// Puts the texts of notices into words.
///
/// @param texts in the reader's language
/// @param zone in which the reader is told times
record Wording(Texts texts, ZoneId zone) {

    String of(String key, Object... values) {
        return texts.of(key, values);
    }

    String of(Text text) {
        return texts.of(text.key(), text.values().stream().map(this::value).toArray());
    }

    private Object value(Object value) {
        return switch (value) {
            case Text text -> of(text);
            case Instant instant -> time(instant);
            default -> value;
        };
    }

    /// A point in time with its zone, so that nobody takes it for another's.
    String time(Instant instant) {
        var there = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(there)
                + " " + DateTimeFormatter.ofPattern("zzz", texts.locale()).format(there);
    }
}
