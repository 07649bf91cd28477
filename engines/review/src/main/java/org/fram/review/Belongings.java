package org.fram.review;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Roles and things that one party alone has ("Northline's application team", "our service desk"): they stand for it
/// elsewhere too.
final class Belongings {

    private static final String NAME = PartyNames.NAME;
    private static final String THINGS = "\\p{L}[\\p{L}\\-]+)";
    private static final Pattern OWNED =
            Pattern.compile("([\\p{L}\\p{N}&.\\- ]+?)['’]s? ((?:\\p{L}[\\p{L}\\-]+ ){0,4}" + THINGS);
    private static final Pattern OURS = Pattern.compile("\\b[Oo]ur ((?:\\p{L}[\\p{L}\\-]+ ){0,3}" + THINGS);
    private static final Pattern ROLE_COMMA =
            Pattern.compile("((?:\\p{Lu}[\\p{L}\\-]+ (?:of )?){1,4}\\p{Lu}?[\\p{L}\\-]+), (" + NAME + ")");
    private static final Pattern ASSIGNED = Pattern.compile("(" + NAME
            + "|[Ww]e) (?:will|shall) (?:assign|appoint|designate|nominate|name|provide) (?:a|an|one|its|the) ((?:full-time |dedicated |named |single )?(?:\\p{L}[\\p{L}\\-]+ ){0,3}"
            + THINGS);
    private static final Pattern FOR_PARTY =
            Pattern.compile("[Ff]or (" + NAME + "),? the ((?:\\p{L}[\\p{L}\\-]+ ){0,4}" + THINGS);
    private static final Pattern WHICH = Pattern.compile("^(full-time|dedicated|named|single|two|one) ");

    private final Roster roster;
    private final Map<String, Set<Organisation>> claims = new HashMap<>();

    private Belongings(Roster roster) {
        this.roster = roster;
    }

    /// Whom each role or thing belongs to, lower case and without an article; what several have is left out.
    static Map<String, Organisation> of(Roster roster, List<String> texts) {
        var belongings = new Belongings(roster);
        texts.forEach(belongings::read);
        var owners = new HashMap<String, Organisation>();
        belongings.claims.forEach((thing, all) -> {
            if (all.size() == 1) {
                owners.put(thing, all.iterator().next());
            }
        });
        return owners;
    }

    private void read(String text) {
        // Where there is no apostrophe, looking for one from each letter on takes a time that grows with the square.
        if (text.indexOf('\'') >= 0 || text.indexOf('’') >= 0) {
            var possessive = OWNED.matcher(text);
            while (possessive.find()) {
                claim(atTheEndOf(possessive.group(1)), possessive.group(2));
            }
        }
        var ours = OURS.matcher(text);
        while (ours.find()) {
            claim(roster.named("we"), ours.group(1));
        }
        if (text.contains(", ")) {
            var roleComma = ROLE_COMMA.matcher(text);
            while (roleComma.find()) {
                claim(roster.named(roleComma.group(2)), roleComma.group(1));
            }
        }
        if (text.contains(" will ") || text.contains(" shall ")) {
            var assigned = ASSIGNED.matcher(text);
            while (assigned.find()) {
                claim(roster.named(PartyNames.clean(assigned.group(1))), assigned.group(2));
            }
        }
        var forParty = FOR_PARTY.matcher(text);
        while (forParty.find()) {
            claim(roster.named(PartyNames.clean(forParty.group(1))), forParty.group(2));
        }
    }

    private @Nullable Organisation atTheEndOf(String text) {
        Organisation last = null;
        for (var mention : roster.namesIn(text)) {
            if (mention.end() >= text.length() - 1) {
                last = mention.organisation();
            }
        }
        return last;
    }

    /// Notes each part of a phrase that ends in the noun of a role, and the phrase as a whole.
    private void claim(@Nullable Organisation owner, String phrase) {
        if (owner == null) {
            return;
        }
        var whole = phrase.toLowerCase(Locale.ROOT);
        var thing = new StringBuilder();
        for (var word : whole.split(" ")) {
            thing.append(thing.isEmpty() ? "" : " ").append(word);
            if (PartyNames.isRoleNoun(word)) {
                note(thing.toString(), owner);
                note(WHICH.matcher(thing).replaceFirst(""), owner);
                note(whole, owner);
            }
        }
    }

    private void note(String thing, Organisation owner) {
        claims.computeIfAbsent(thing, _ -> new LinkedHashSet<>()).add(owner);
    }
}
