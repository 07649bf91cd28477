package org.fram.review;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The verbs of promised work and their forms, from the list `actionVerbs`.
final class Verbs {

    private static final Set<String> BASE = WordLists.of("actionVerbs");
    private static final Map<String, Form> FORMS = forms();

    /// A form of a verb.
    enum Form {
        /// "deliver"
        BASE,
        /// "delivers"
        THIRD_PERSON,
        /// "delivered"
        PARTICIPLE,
        /// "delivering"
        GERUND
    }

    private Verbs() {}

    static boolean isBase(String word) {
        return BASE.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isThirdPerson(String word) {
        return FORMS.get(word.toLowerCase(Locale.ROOT)) == Form.THIRD_PERSON;
    }

    static boolean isParticiple(String word) {
        return FORMS.get(word.toLowerCase(Locale.ROOT)) == Form.PARTICIPLE;
    }

    static boolean isGerund(String word) {
        return FORMS.get(word.toLowerCase(Locale.ROOT)) == Form.GERUND;
    }

    private static Map<String, Form> forms() {
        var forms = new HashMap<String, Form>();
        for (var base : BASE) {
            forms.put(thirdPerson(base), Form.THIRD_PERSON);
            forms.put(withSuffix(base, "ed"), Form.PARTICIPLE);
            forms.put(base.endsWith("e") ? base + "d" : base + "ed", Form.PARTICIPLE);
            forms.put(withSuffix(base, "ing"), Form.GERUND);
            forms.put((base.endsWith("e") ? base.substring(0, base.length() - 1) : base) + "ing", Form.GERUND);
        }
        WordLists.of("irregularParticiples").forEach(word -> forms.put(word, Form.PARTICIPLE));
        return Map.copyOf(forms);
    }

    private static String thirdPerson(String base) {
        if (base.matches(".*[^aeiou]y")) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return base.matches(".*(s|sh|ch|x|z|o)") ? base + "es" : base + "s";
    }

    /// With the last consonant doubled or a final y turned, as English does for short verbs.
    private static String withSuffix(String base, String suffix) {
        if (base.matches(".*[^aeiou]y") && suffix.equals("ed")) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        if (base.matches(".*[^aeiou][aeiou][bdgklmnprt]")) {
            return base + base.charAt(base.length() - 1) + suffix;
        }
        return (base.endsWith("e") ? base.substring(0, base.length() - 1) : base) + suffix;
    }
}
