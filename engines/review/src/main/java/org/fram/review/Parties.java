package org.fram.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.Side;
import org.fram.review.Review.Party;
import org.jspecify.annotations.Nullable;

/// The organisations of a document with all names they go by, and who is meant by a piece of text.
///
/// [PartyFinder] finds them; roles and things that belong to one party alone ("Northline's trainers", "our service
/// desk") stand for it too, as [Belongings] tells.
final class Parties {

    private static final Set<String> BUYER_OFFICIALS = WordLists.of("buyerOfficials");
    private static final Set<String> VENDOR_OFFICIALS = WordLists.of("vendorOfficials");
    private static final Set<String> JOINT = WordLists.of("jointSubjects");
    private static final int WORDS_OF_A_HEADER = 5;

    private static final Pattern CONJUNCTION = Pattern.compile("^(?:[,;:]|and|but|or|then|that|which)\\s+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an|all|any|each|every|its|such|said)\\s+");
    private static final Pattern FIRST_PERSON = Pattern.compile("(we|us|our|ours)\\b.*|.*\\b(our|we)\\b.*");
    private static final Pattern SECOND_PERSON = Pattern.compile(".*\\b(you|your|yours)\\b.*");
    private static final Pattern ON_BEHALF = Pattern.compile("^(?i:for|on behalf of) (?:the )?");
    private static final Pattern NOT_THE_ACTOR =
            Pattern.compile(".*\\b(to|for|by|with|from|against|under|than|on|at|in)\\s+(the\\s+|each\\s+)?$");
    private static final Pattern OWNER = Pattern.compile("^['’]s?\\b.*");
    private static final Pattern AND = Pattern.compile("(?s).*\\band\\b.*");
    private static final Pattern HAS_AN_OWNER = Pattern.compile("(?s).*['’]s? .*");

    private final Roster roster;
    private final Map<String, Organisation> belongings;
    private final Map<String, @Nullable Side> sides = new HashMap<>();

    /// Who a piece of text is about.
    sealed interface Actor {
        /// One party.
        record Named(String party) implements Actor {}

        /// Both sides together.
        record Joint() implements Actor {}

        /// Nobody that is known.
        record Nobody() implements Actor {}
    }

    private Parties(Roster roster, Map<String, Organisation> belongings) {
        this.roster = roster;
        this.belongings = belongings;
        roster.all().forEach(organisation -> sides.putIfAbsent(organisation.name(), organisation.side()));
    }

    /// Finds the parties of a document.
    static Parties of(List<Statement> statements) {
        var roster = PartyFinder.find(statements);
        return new Parties(
                roster,
                Belongings.of(roster, statements.stream().map(Statement::quote).toList()));
    }

    /// The parties, the buyer and the vendor first.
    List<Party> all() {
        return roster.all().stream()
                .map(Organisation::party)
                .sorted(Comparator.comparing(Party::side))
                .toList();
    }

    /// The name of the one party on a side, or null where there is none.
    @Nullable
    String on(Side side) {
        return nameOf(roster.on(side));
    }

    /// The party that speaks as "we", or null where nobody does.
    @Nullable
    String author() {
        var we = roster.named("we");
        return we == null ? on(Side.VENDOR) : we.name();
    }

    /// The side of a party by its name.
    @Nullable
    Side sideOf(@Nullable String name) {
        return name == null ? null : sides.get(name);
    }

    /// The party that a text names and nothing else, such as a column header or a cell of owners; null otherwise.
    @Nullable
    String exactly(String text) {
        return nameOf(roster.named(text));
    }

    /// The party that a column is about: its name, or one of its people ("Client Product Owner"); null otherwise.
    @Nullable
    String heading(String header) {
        var named = exactly(header);
        if (named != null || header.split(" ").length > WORDS_OF_A_HEADER) {
            return named;
        }
        return subject(header) instanceof Actor.Named actor ? actor.party() : null;
    }

    /// All parties that a text mentions, in order of mention, each once.
    List<String> mentionedIn(String text) {
        return roster.mentionsIn(text).stream()
                .map(mention -> mention.organisation().name())
                .distinct()
                .toList();
    }

    /// Who is meant by the subject of a clause: "Northline's trainers", "Two Corvane engineers", "we", "each party".
    Actor subject(String text) {
        var subject = CONJUNCTION.matcher(text.strip()).replaceAll("");
        var lower = subject.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (isJoint(lower)) {
            return new Actor.Joint();
        }
        var author = FIRST_PERSON.matcher(lower).matches() ? author() : null;
        if (author != null) {
            return new Actor.Named(author);
        }
        var addressed = SECOND_PERSON.matcher(lower).matches() ? on(Side.BUYER) : null;
        if (addressed != null) {
            return new Actor.Named(addressed);
        }
        if (ON_BEHALF.matcher(subject).find()) {
            var named = mentionedIn(subject);
            if (!named.isEmpty()) {
                return new Actor.Named(named.getFirst());
            }
        }
        var first = firstMention(subject);
        return first == null ? official(ARTICLE.matcher(lower).replaceFirst("")) : first;
    }

    private static boolean isJoint(String lower) {
        return JOINT.stream()
                .anyMatch(joint -> lower.startsWith(joint)
                        && (lower.length() == joint.length() || lower.charAt(joint.length()) == ' '));
    }

    private @Nullable Actor firstMention(String subject) {
        var parties = new LinkedHashSet<String>();
        for (var mention : roster.mentionsIn(subject)) {
            var before = subject.substring(0, mention.start()).toLowerCase(Locale.ROOT);
            if (NOT_THE_ACTOR.matcher(before).matches()) {
                continue;
            }
            parties.add(mention.organisation().name());
            if (OWNER.matcher(subject.substring(mention.end())).matches()) {
                break;
            }
        }
        if (parties.isEmpty()) {
            return null;
        }
        boolean both = parties.size() > 1
                && AND.matcher(subject).matches()
                && !HAS_AN_OWNER.matcher(subject).matches();
        return both ? new Actor.Joint() : new Actor.Named(parties.getFirst());
    }

    /// Who is meant by people and things that go without their party's name ("the COR", "billing team").
    private Actor official(String bare) {
        if (begins(bare, VENDOR_OFFICIALS, " ")) {
            return named(on(Side.VENDOR));
        }
        if (begins(bare, BUYER_OFFICIALS, " /")) {
            return named(on(Side.BUYER));
        }
        return named(nameOf(belongings.get(bare)));
    }

    private static boolean begins(String text, Set<String> officials, String separators) {
        return officials.stream()
                .anyMatch(official -> text.startsWith(official)
                        && (text.length() == official.length()
                                || separators.indexOf(text.charAt(official.length())) >= 0));
    }

    private static Actor named(@Nullable String party) {
        return party == null ? new Actor.Nobody() : new Actor.Named(party);
    }

    private static @Nullable String nameOf(@Nullable Organisation organisation) {
        return organisation == null ? null : organisation.name();
    }
}
