package org.fram.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of text stands below a heading. The innermost heading that says something decides.
enum SectionKind {
    SIGNATURES("headingsSignatures"),
    EXCLUSIONS("headingsExclusions"),
    ASSUMPTIONS("headingsAssumptions"),
    DEFINITIONS("headingsDefinitions"),
    MEASURES("headingsMeasures"),
    ACCEPTANCE("headingsAcceptance"),
    MONEY("headingsMoney"),
    TERMS("headingsTerms"),
    ROLES("headingsRoles"),
    OBJECTIVES("headingsObjectives"),
    BACKGROUND("headingsBackground"),
    /// A heading that says nothing of the kind: the work itself.
    WORK(""),
    /// Before the first heading.
    NONE("");

    private final Pattern words;

    SectionKind(String list) {
        this.words = list.isEmpty() ? Pattern.compile("$^") : wholeWords(WordLists.of(list));
    }

    static SectionKind of(List<String> headings) {
        for (var heading : headings.reversed()) {
            var text = heading.toLowerCase(Locale.ROOT);
            for (var kind : values()) {
                if (kind.words.matcher(text).find()) {
                    return kind;
                }
            }
        }
        return headings.isEmpty() ? NONE : WORK;
    }

    static Pattern wholeWords(Set<String> words) {
        var alternatives = words.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .toList();
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}])");
    }
}
