package org.fram.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What the practices that a review of a document can fire are about, by their ids.
final class PracticeTitles {

    private static final Properties TITLES = load();

    private PracticeTitles() {}

    /// The title of a practice; empty where there is none.
    static String of(String practice) {
        return TITLES.getProperty(practice, "");
    }

    private static Properties load() {
        try (var stream = PracticeTitles.class.getResourceAsStream("/fram/library/report/practices.properties")) {
            if (stream == null) {
                throw new IllegalStateException("library/report/practices.properties is not in the jar.");
            }
            var titles = new Properties();
            titles.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
