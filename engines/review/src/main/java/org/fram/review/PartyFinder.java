package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fram.facts.Side;

/// Finding the organisations of a document: of all names that it introduces or has act, those that are parties.
final class PartyFinder {

    /// How often a defined name has to act, in promises.
    private static final double DEFINED_ACTS = 0.9;

    /// How often a name that nothing introduces has to act.
    private static final double UNDEFINED_ACTS = 3;

    private static final double SHARE_OF_MOST = 0.1;
    private static final int ENTRIES = 2;
    private static final int ROLE_ACTS = 3;
    private static final int WORDS = 5;
    private static final int OFFICIALS = 2;
    private static final Set<String> BUYER_OFFICIALS = WordLists.of("buyerOfficials");
    private static final Pattern NAMES = Pattern.compile(PartyNames.NAME);
    private static final List<String> SPEAKERS = List.of("we", "our", "us");
    private static final Pattern SPEAKS = Pattern.compile(
            "(?i).*\\b(we|our)\\b.*\\b(will|shall|provide|deliver)\\b.*|(?i).*\\bour (service|consult|project|engineer|team).*");
    private static final String ACTS =
            "(?:['’]s? [\\p{L} ]{2,30})?,? (?:shall|will|must|agrees|undertakes|is responsible|may|acknowledges|is required|personnel shall)\\b";

    private final List<String> texts;
    private final Introductions introductions;
    private final PartyActs acts;
    private final Roster roster = new Roster();

    private PartyFinder(List<Statement> statements) {
        this.texts = statements.stream().map(Statement::quote).toList();
        this.introductions = Introductions.of(texts);
        this.acts = PartyActs.of(statements);
    }

    /// The organisations of a document, each with its names and its side.
    static Roster find(List<Statement> statements) {
        var finder = new PartyFinder(statements);
        finder.introduced();
        finder.roles();
        finder.roster.index();
        finder.acting();
        finder.entered();
        PartySides.decide(finder.roster, finder.introductions, finder.texts);
        finder.served();
        finder.mergeSameSides();
        finder.speakers();
        finder.roster.index();
        return finder.roster;
    }

    private void introduced() {
        introductions.aliases().forEach((name, aliases) -> {
            var names = new ArrayList<>(PartyNames.prefixes(name));
            names.add(name);
            names.addAll(aliases);
            double acting = names.stream()
                    .map(PartyNames::key)
                    .distinct()
                    .mapToDouble(key -> acts.promises().getOrDefault(key, 0.0))
                    .sum();
            boolean entered = names.stream().anyMatch(acts.entries()::containsKey);
            boolean contracts = introductions.isContracting(name)
                    || introductions.sides().containsKey(name)
                    || aliases.stream()
                            .anyMatch(alias -> PartyRoles.isRole(alias) || alias.equals("we") || alias.equals("us"));
            boolean likely = PartyNames.endsLikeOrganisation(name) || !introductions.isAbbreviated(name);
            if (contracts || (likely ? entered || acting >= DEFINED_ACTS : acting >= UNDEFINED_ACTS)) {
                roster.add(name, aliases, introductions.sides().get(name));
            }
        });
    }

    /// Parties that a document names by their role only: "the Contractor", "the Government".
    private void roles() {
        var lower = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        for (var role : PartyRoles.all()) {
            boolean strong = PartyRoles.isStrong(role);
            var side = PartyRoles.side(role);
            boolean known = roster.all().stream().anyMatch(one -> one.goesBy(role));
            boolean taken = !strong && roster.all().stream().anyMatch(one -> one.side() == side);
            if (known || taken) {
                continue;
            }
            var acting = Pattern.compile("\\b" + Pattern.quote(role) + ACTS);
            long count = lower.stream()
                    .filter(text -> text.contains(role) && acting.matcher(text).find())
                    .count();
            if (count < (role.contains(" ") || strong ? 1 : ROLE_ACTS)) {
                continue;
            }
            var capital = PartyNames.capitalised(role);
            var written = Pattern.compile("\\b(?:[Tt]he )?" + Pattern.quote(capital) + "\\b");
            boolean capitalUsed = texts.stream()
                    .anyMatch(text ->
                            text.contains(capital) && written.matcher(text).find());
            roster.add(capitalUsed ? capital : role, Set.of(role), side);
        }
    }

    /// Names that nothing introduces and that act often, or act at all and look like organisations.
    private void acting() {
        double most = acts.promises().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        acts.promises().forEach((subject, count) -> {
            boolean enough = count >= Math.max(UNDEFINED_ACTS, most * SHARE_OF_MOST)
                    || (count >= 1
                            && subject.contains(" ")
                            && PartyNames.endsLikeOrganisation(subject)
                            && occurrences(subject) >= 2);
            if (enough && roster.named(subject) == null && looksLikeOrganisation(subject)) {
                roster.add(PartyNames.original(subject, texts), Set.of(), null);
                roster.index();
            }
        });
    }

    /// Names in columns of owners and behind bullets.
    private void entered() {
        acts.entries().forEach((name, count) -> {
            if (count >= ENTRIES && roster.named(name) == null && PartyNames.isPlausible(name)) {
                roster.add(name, Set.of(), null);
                roster.index();
            }
        });
    }

    /// Where nobody is on the buyer's side yet: whose officials the vendor has to do with ("the SSA Project Officer").
    private void served() {
        if (roster.on(Side.BUYER) != null) {
            return;
        }
        var served = new TreeMap<String, Integer>();
        for (var text : texts) {
            NAMES.matcher(text)
                    .results()
                    .map(name -> withoutOfficial(name.group()))
                    .filter(name -> !name.isEmpty() && PartyNames.isPlausible(name) && !PartyRoles.isRole(name))
                    .filter(name -> roster.named(name) == null)
                    .forEach(name -> served.merge(name, 1, Integer::sum));
        }
        served.entrySet().stream()
                .filter(name -> name.getValue() >= OFFICIALS)
                .max(Map.Entry.comparingByValue())
                .ifPresent(name -> roster.add(inFull(name.getKey()), Set.of(name.getKey()), Side.BUYER));
    }

    private static String withoutOfficial(String name) {
        var cleaned = PartyNames.clean(name);
        var lower = cleaned.toLowerCase(Locale.ROOT);
        return BUYER_OFFICIALS.stream()
                .filter(official -> lower.endsWith(" " + official))
                .findFirst()
                .map(official -> PartyNames.clean(cleaned.substring(0, cleaned.length() - official.length() - 1)))
                .orElse("");
    }

    /// The name that initials were introduced for, or the initials.
    private String inFull(String initials) {
        return introductions.aliases().entrySet().stream()
                .filter(name -> name.getValue().contains(initials))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(initials);
    }

    private long occurrences(String lower) {
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(lower))
                .count();
    }

    private boolean looksLikeOrganisation(String subject) {
        var words = subject.split(" ");
        return PartyNames.isPlausible(subject)
                && !PartyNames.isRoleNoun(words[words.length - 1])
                && words.length <= WORDS
                && texts.stream().anyMatch(text -> text.contains(PartyNames.capitalised(subject)));
    }

    /// A role word and a company on the same side are one party ("Contractor" and the company of the title).
    private void mergeSameSides() {
        for (var side : List.of(Side.BUYER, Side.VENDOR)) {
            var same = roster.all().stream().filter(one -> one.side() == side).toList();
            if (same.size() < 2) {
                continue;
            }
            var main = same.stream()
                    .filter(one -> !PartyRoles.isRole(one.name()))
                    .findFirst()
                    .orElse(same.getFirst());
            for (var other : same) {
                if (!other.equals(main) && (PartyRoles.isRole(other.name()) || side == Side.BUYER)) {
                    main.aliases().addAll(other.aliases());
                    roster.all().remove(other);
                }
            }
        }
    }

    /// Where a document speaks as "we" and defines nobody so, the vendor wrote it.
    private void speakers() {
        boolean defined = roster.all().stream().anyMatch(one -> one.goesBy("we"));
        var vendor = roster.on(Side.VENDOR);
        if (!defined
                && vendor != null
                && texts.stream().filter(text -> SPEAKS.matcher(text).matches()).count() >= 2) {
            vendor.aliases().addAll(SPEAKERS);
        }
    }
}
