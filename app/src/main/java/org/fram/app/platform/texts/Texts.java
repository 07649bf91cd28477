package org.fram.app.platform.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The words of one language.
///
/// Placeholders are those of [MessageFormat]; numbers and dates among the values come out as the language
/// has them. An apostrophe in a text is `’`, since `'` means something to MessageFormat; a test refuses it.
public final class Texts {

    private final Map<String, String> patterns;
    private final Locale locale;

    private Texts(Map<String, String> patterns, Locale locale) {
        this.patterns = patterns;
        this.locale = locale;
    }

    /// Reads all message files of a language.
    public static Texts in(Locale locale) {
        var patterns = new TreeMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/%s/*.properties".formatted(locale.getLanguage()));
            for (Resource file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (patterns.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException("The text '%s' is there twice.".formatted(key));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Texts(patterns, locale);
    }

    /// The language, and how it writes numbers and dates.
    public Locale locale() {
        return locale;
    }

    /// The text of a key, with values for its placeholders. Days come out as the language writes them, and
    /// texts among the values in their words.
    ///
    /// @throws IllegalArgumentException where there is no such key
    public String of(String key, Object... values) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no text '%s'.".formatted(key));
        }
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, locale)
                        .format(Arrays.stream(values).map(this::value).toArray());
    }

    private Object value(Object value) {
        return switch (value) {
            case Text text -> of(text);
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
            default -> value;
        };
    }

    /// The same for a text that carries its values.
    public String of(Text text) {
        return of(text.key(), text.values().toArray());
    }

    /// The text of a key without placeholders; empty where there is none.
    public Optional<String> find(String key) {
        return Optional.ofNullable(patterns.get(key));
    }
}
