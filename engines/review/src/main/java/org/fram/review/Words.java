package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as words: lower case, cut at everything that is neither letter nor digit, each with its stem.
///
/// Numbers are one word with their commas and points; `%` (also "percent") and the currency signs (as `$`) are
/// words of their own.
///
/// @param forms as written, in lower case
/// @param stems without inflection; as many as forms
record Words(List<String> forms, List<String> stems) {

    private static final Pattern WORD = Pattern.compile(
            "(?i:per\\s+cent)\\b|\\p{L}+(?:['’]\\p{L}+)*|\\d+(?:[.,]\\d+)*|%|[$€£¥]", Pattern.UNICODE_CHARACTER_CLASS);

    Words {
        forms = List.copyOf(forms);
        stems = List.copyOf(stems);
    }

    static Words of(String text) {
        var forms = new ArrayList<String>();
        var stems = new ArrayList<String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            String form = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            if (form.startsWith("per") && form.endsWith("cent")) {
                form = "%";
            }
            if (form.length() == 1 && "€£¥".contains(form)) {
                form = "$";
            }
            forms.add(form);
            stems.add(stem(form));
        }
        return new Words(forms, stems);
    }

    int size() {
        return forms.size();
    }

    boolean isNumber(int position) {
        return number(forms.get(position));
    }

    static boolean number(String form) {
        return Character.isDigit(form.charAt(0)) || Stems.NUMBERS.contains(form);
    }

    /// The word without plural, possessive, `-ing`, `-ed` and a last `e`: enough that "testing", "tests" and "tested"
    /// meet, and not so much that "organ" meets "organise".
    static String stem(String form) {
        return Stems.stem(form);
    }
}
