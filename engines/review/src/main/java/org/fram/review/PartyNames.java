package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What names of organisations look like, how they are shortened, and what looks like one and is none.
final class PartyNames {

    private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’\\-]*";

    /// A regular expression for a name of up to seven capitalised words.
    static final String NAME = WORD + "(?:(?: (?:of|and|the|for|de|&))? " + WORD + "){0,6}";

    private static final Set<String> ROLE_NOUNS = WordLists.of("roleNouns");
    private static final Set<String> NO_NAMES = WordLists.of("noPartyNames");
    private static final Set<String> NO_PARTY_HEADS = WordLists.of("noPartyHeads");
    private static final Set<String> ORGANISATIONS = WordLists.of("organisationWords");
    private static final Pattern LEADING_WORD = Pattern.compile("^(?:The|This|That|By|For|Between|And|In|Of)\\s+");
    private static final Pattern FULL_STOPS = Pattern.compile("[.,]+$");
    private static final Pattern TRAILING_WORD = Pattern.compile("\\s+(?:of|and|the|for|de|&)$");
    private static final Pattern ENTRY =
            Pattern.compile("(?i)tbd|tba|n/a|none|all|both|yes|no|week.*|day.*|[raci]|\\d.*");

    private PartyNames() {}

    /// How names are compared: lower case, without a leading article and a trailing possessive.
    static String key(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        if (key.startsWith("the ")) {
            key = key.substring(4);
        }
        if (key.endsWith("'s")) {
            return key.substring(0, key.length() - 2);
        }
        return key.endsWith("'") ? key.substring(0, key.length() - 1) : key;
    }

    /// A name without the words and stops around it that a pattern took along.
    static String clean(String name) {
        var stripped = FULL_STOPS.matcher(name.strip()).replaceAll("");
        var cleaned = LEADING_WORD.matcher(stripped).replaceFirst("");
        int article = cleaned.lastIndexOf(" The ");
        return TRAILING_WORD
                .matcher(article >= 0 ? cleaned.substring(article + 5) : cleaned)
                .replaceFirst("");
    }

    /// "Meridian", "Meridian Voice" for "Meridian Voice Networks": how a name is shortened.
    static List<String> prefixes(String name) {
        var words = name.split(" ");
        var prefixes = new ArrayList<String>();
        if (words.length >= 2 && words[0].length() >= 3 && !PartyRoles.isRole(words[0]) && !isNoName(words[0])) {
            prefixes.add(words[0]);
            if (words.length >= 3) {
                prefixes.add(words[0] + " " + words[1]);
            }
        }
        return prefixes;
    }

    static String initialsOf(String name) {
        return Arrays.stream(name.split("[ \\-]"))
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    static String capitalised(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// The words of a lower-case name as the texts write them, where one of them does with a capital.
    static String original(String lower, List<String> texts) {
        var pattern = Pattern.compile("(?i)(?<!\\p{L})" + Pattern.quote(lower) + "(?!\\p{L})");
        for (var text : texts) {
            var matcher = pattern.matcher(text);
            if (matcher.find() && Character.isUpperCase(matcher.group().charAt(0))) {
                return matcher.group();
            }
        }
        return capitalised(lower);
    }

    /// Whether the last word is one that organisations have ("Systems", "Bank").
    static boolean endsLikeOrganisation(String name) {
        return ORGANISATIONS.contains(lastWord(name));
    }

    /// Whether words are known to name no party.
    static boolean isNoName(String name) {
        return NO_NAMES.contains(key(name));
    }

    /// Whether a capitalised name is a thing or a person's role rather than an organisation, by its last word.
    static boolean isThing(String name) {
        var last = lastWord(name);
        return NO_PARTY_HEADS.contains(last) && !(name.contains(" ") && ORGANISATIONS.contains(last));
    }

    static boolean isPlausible(String name) {
        return name.length() >= 2
                && !isNoName(name)
                && !ROLE_NOUNS.contains(lastWord(name))
                && !isThing(name)
                && !ENTRY.matcher(name).matches();
    }

    static boolean isRoleNoun(String word) {
        return ROLE_NOUNS.contains(word);
    }

    private static String lastWord(String name) {
        return key(name.substring(name.lastIndexOf(' ') + 1));
    }
}
