package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;

/// The organisations found so far, and whom a name belongs to.
final class Roster {

    private static final Pattern NOTHING = Pattern.compile("$^");
    private static final Pattern SHORT = Pattern.compile("\\p{L}{2,4}");
    private static final Set<String> SPEAKERS = Set.of("we", "us", "our");
    private static final Pattern OF_THE_PARTY =
            Pattern.compile("^-(owned|furnished|provided|supplied|approved|side|managed).*", Pattern.DOTALL);
    private static final Pattern COMPOUND = Pattern.compile("^-[a-z].*", Pattern.DOTALL);
    private static final Pattern NOUN_OF_ITS_OWN = Pattern.compile("^(['’]s?)?[ ,.;:)].*|^/.*|^$", Pattern.DOTALL);
    private static final Pattern NOUN_AFTER = Pattern.compile(
            "^ (support|service|experience|care|satisfaction|feedback|demands?|data|information|base|journey|accounts?|calls?|contacts?)\\b.*",
            Pattern.DOTALL);

    private final List<Organisation> organisations = new ArrayList<>();
    private final Map<String, Organisation> byKey = new LinkedHashMap<>();
    private Pattern mentions = NOTHING;

    List<Organisation> all() {
        return organisations;
    }

    /// The first on a side, or null where there is none.
    @Nullable
    Organisation on(Side side) {
        return organisations.stream()
                .filter(organisation -> organisation.side() == side)
                .findFirst()
                .orElse(null);
    }

    /// Whom a name belongs to, or null. What was added since [#index()] is not known yet.
    @Nullable
    Organisation named(String name) {
        return byKey.get(PartyNames.key(name));
    }

    /// Adds an organisation, or names and side to the one that goes by one of the names already.
    void add(String name, Set<String> aliases, @Nullable Side side) {
        var key = PartyNames.key(name);
        for (var known : organisations) {
            var knownKey = PartyNames.key(known.name());
            boolean same = known.goesBy(key)
                    || knownKey.equals(key)
                    || aliases.stream().anyMatch(alias -> PartyNames.key(alias).equals(knownKey))
                    || PartyNames.prefixes(known.name()).contains(name);
            if (same) {
                known.aliases().addAll(aliases);
                known.aliases().add(name);
                if (name.length() > known.name().length()
                        && PartyNames.prefixes(name).contains(known.name())) {
                    known.name(name);
                }
                if (known.side() == null) {
                    known.side(side);
                }
                return;
            }
        }
        organisations.add(new Organisation(name, aliases, side));
    }

    /// Makes all names known, also those that are only the beginning of a longer one.
    void index() {
        byKey.clear();
        for (var organisation : organisations) {
            for (var alias : organisation.aliases()) {
                byKey.putIfAbsent(PartyNames.key(alias), organisation);
            }
        }
        for (var organisation : organisations) {
            for (var prefix : PartyNames.prefixes(organisation.name())) {
                if (!PartyNames.isNoName(prefix)) {
                    byKey.putIfAbsent(PartyNames.key(prefix), organisation);
                }
            }
        }
        var words = byKey.keySet().stream()
                .filter(key -> !SPEAKERS.contains(key))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Roster::regex)
                .collect(Collectors.joining("|"));
        mentions =
                words.isEmpty() ? NOTHING : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    /// Short names that are no role are found with a capital only: "it" is no mention of "IT".
    private static String regex(String key) {
        return SHORT.matcher(key).matches() && !PartyRoles.isRole(key)
                ? Pattern.quote(key.toUpperCase(Locale.ROOT)) + "|" + Pattern.quote(PartyNames.capitalised(key))
                : "(?i:" + Pattern.quote(key) + ")";
    }

    /// A place where a text names an organisation.
    record Mention(Organisation organisation, int start, int end) {}

    /// The mentions of a text, in its order. A lower-case role word ("the customer support desk") is one only where it
    /// stands as a noun of its own.
    List<Mention> mentionsIn(String text) {
        return namesIn(text).stream()
                .filter(mention -> isMention(text, mention))
                .toList();
    }

    /// The places where a text has any of the names, whatever follows.
    List<Mention> namesIn(String text) {
        var found = new ArrayList<Mention>();
        var matcher = mentions.matcher(text);
        while (matcher.find()) {
            var organisation = named(matcher.group());
            if (organisation != null) {
                found.add(new Mention(organisation, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    private static boolean isMention(String text, Mention mention) {
        var name = text.substring(mention.start(), mention.end());
        var after = text.substring(mention.end());
        if (name.equals(name.toUpperCase(Locale.ROOT)) || Character.isUpperCase(name.charAt(0))) {
            return !COMPOUND.matcher(after).matches()
                    || OF_THE_PARTY.matcher(after).matches();
        }
        return NOUN_OF_ITS_OWN.matcher(after).matches()
                && !NOUN_AFTER.matcher(after).matches();
    }
}
