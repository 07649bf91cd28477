package org.fram.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Which language a document is mostly in: English where its words leave no doubt, else what the language detector of
/// Apache OpenNLP says, which takes longer to load than most documents to review.
final class Language {

    /// The language that the review knows.
    static final String KNOWN = "en";

    private static final String MODEL = "/langdetect-183.bin";
    private static final int SAMPLE = 6000;
    private static final int ENOUGH = 200;

    /// The share of words that only English has, from which on a text is in English. English prose has 0.2 to 0.3, text
    /// in tables half of that, other languages next to none.
    private static final double DOUBTLESS = 0.12;

    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    /// ISO 639-3 to ISO 639-1, for languages that have both.
    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (first, _) -> first));

    private static final class Model {
        static final LanguageDetectorModel MODEL_OF_ALL = read();

        private static LanguageDetectorModel read() {
            try (InputStream in = Language.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("The model of languages is not on the class path.");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Language() {}

    /// The ISO 639-1 code of the main language (639-3 where it has none); English where there is too little text to
    /// tell.
    static String of(List<Statement> statements) {
        var text = new StringBuilder();
        int step = Math.max(1, statements.size() / 80);
        for (int i = 0; i < statements.size() && text.length() < SAMPLE; i += step) {
            text.append(statements.get(i).quote()).append(' ');
        }
        if (text.length() < ENOUGH) {
            return KNOWN;
        }
        if (doubtlesslyEnglish(text)) {
            return KNOWN;
        }
        var best = new LanguageDetectorME(Model.MODEL_OF_ALL).predictLanguage(text);
        return TWO_LETTERS.getOrDefault(best.getLang(), best.getLang());
    }

    private static boolean doubtlesslyEnglish(CharSequence text) {
        var english = WordLists.of("onlyEnglish");
        long words = 0;
        long only = 0;
        for (var word : NO_LETTERS.split(text)) {
            words++;
            only += english.contains(word.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return only >= DOUBTLESS * words;
    }

    /// What the reader of a review in that language should know, if anything.
    static Optional<String> note(String language) {
        return language.equals(KNOWN)
                ? Optional.empty()
                : Optional.of(("This document seems to be in %s. The review knows English only, so what it says here is"
                                + " incomplete and may be wrong.")
                        .formatted(Locale.of(language).getDisplayLanguage(Locale.ENGLISH)));
    }
}
