package org.fram.review;

import java.util.Set;

/// Takes the inflection off English words, and nothing more: derivations ("acceptance", "accept") stay apart.
final class Stems {

    static final Set<String> NUMBERS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "ninety",
            "hundred",
            "thousand");

    private static final String DOUBLED_IN_THE_STEM = "lsfz";

    private Stems() {}

    static String stem(String form) {
        String word = form;
        if (word.endsWith("'s")) {
            word = word.substring(0, word.length() - 2);
        }
        if (word.length() < 4) {
            return word;
        }
        word = singular(word);
        if (word.endsWith("ied") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ing") && word.length() > 5 && hasVowel(word, word.length() - 3)) {
            word = undoubled(word.substring(0, word.length() - 3));
        } else if (word.endsWith("ed") && word.length() > 4 && hasVowel(word, word.length() - 2)) {
            word = undoubled(word.substring(0, word.length() - 2));
        }
        return word.endsWith("e") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    private static String singular(String word) {
        int length = word.length();
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("es") && length > 4 && needsAnE(word.substring(0, length - 2))) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return word.substring(0, length - 1);
        }
        return word;
    }

    /// Whether the plural of a word is made with -es ("process", "tax", "switch", "crash").
    private static boolean needsAnE(String word) {
        return word.endsWith("ss")
                || word.endsWith("zz")
                || word.endsWith("x")
                || word.endsWith("ch")
                || word.endsWith("sh");
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled && DOUBLED_IN_THE_STEM.indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }
}
