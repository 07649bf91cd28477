package org.fram.app.platform.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.IntSupplier;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;

/// What is around each page, whatever it is about: language, who is signed in, where one is. A controller
/// takes it as an argument and hands it to the template.
///
/// @param texts in the reader's language
/// @param person who is signed in, or null for a stranger
/// @param path of the page, to mark where one is
/// @param csrfToken goes into each form, so that other sites cannot send one
/// @param demo whether this is a demonstration
/// @param unread tells how many notices they have not read, when it is asked
public record Frame(
        Texts texts, @Nullable SignedIn person, String path, String csrfToken, boolean demo, IntSupplier unread) {

    /// The name of the form field and, in upper case, header that carries the token.
    public static final String CSRF_FIELD = "_csrf";

    /// The words of a key. Templates say `${frame.text("module.key")}`.
    public String text(String key, Object... values) {
        return texts.of(key, values);
    }

    /// The words of a text.
    public String text(Text text) {
        return texts.of(text);
    }

    /// A day, as the language writes it.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }

    /// A point in time at a place, as the language writes it.
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(instant.atZone(zone));
    }

    /// Headers that htmx sends with each request, as JSON.
    public String htmxHeaders() {
        return "{\"X-CSRF-TOKEN\": \"%s\"}".formatted(csrfToken);
    }

    /// Whether one is at this path or below.
    public boolean at(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
