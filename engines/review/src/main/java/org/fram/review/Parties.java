package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.Review.Party;
import org.fram.review.Review.Side;
import org.jspecify.annotations.Nullable;

/// The organisations of a document with all names they go by, and who is meant by a piece of text.
///
/// Names are found where documents introduce them (a defined term in brackets, "prepared by … for …"), where they act
/// (the subject of "shall"), and where tables name them (columns of a responsibility matrix, a column of owners, "(QP)"
/// behind a bullet). Roles and things that belong to one party alone ("Northline's trainers", "our service desk") stand
/// for it elsewhere too.
final class Parties {

    private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’\\-]*";
    private static final String NAME = WORD + "(?:(?: (?:of|and|the|for|de|&))? " + WORD + "){0,6}";
    private static final String SUFFIX =
            "(?:,? (?:Inc|LLC|L\\.L\\.C|Ltd|Limited|plc|PLC|GmbH|AG|S\\.A|N\\.V|B\\.V|Corp|Co|LLP|L\\.P|Pty|Corporation)\\b\\.?)*";
    private static final String QUOTED = "[\"“‘]([^\"“”'’()]{2,60})[\"”’']";
    private static final Pattern DEFINED = Pattern.compile(
            "(" + NAME + ")" + SUFFIX + "(?:,[^(]{0,300})? ?\\((?<inside>[^()\"“]{0,40}" + QUOTED + "[^()]{0,80})\\)");
    private static final Pattern INSIDE =
            Pattern.compile("[\"“‘']([^\"“”'’]{2,60})[\"”’']|(?<![\\p{L}])(\\p{Lu}{2,6})(?![\\p{L}])");
    private static final Pattern LABELLED = Pattern.compile(
            "(?:^|[\\s(|])(?i:(client|customer|buyer|purchaser|vendor|supplier|contractor|provider|service provider"
                    + "|carrier|agency|partner|subcontractor|licensor|licensee|subscriber|prepared for|prepared by|submitted by|submitted to)(?: name)?):\\s*(?<named>"
                    + NAME + ")"
                    + "|^(?i:(client|customer|buyer|purchaser|vendor|supplier|contractor|provider|service provider"
                    + "|carrier|agency|partner|subcontractor|licensor|licensee|subscriber|prepared for|prepared by|submitted by|submitted to)(?: name)?) \\| (?<cell>"
                    + NAME + ")");
    private static final Pattern ABBREVIATED = Pattern.compile("(" + NAME + ") \\((\\p{Lu}[\\p{Lu}\\p{N}&]{1,7})\\)");
    private static final Pattern HEREINAFTER = Pattern.compile(
            "(" + NAME + "),? ?\\(?(?:herein|hereinafter|hereafter)[a-z ]*? (?:as |called )?(?:the )?" + QUOTED);
    private static final Pattern TITLE_BY_FOR = Pattern.compile(
            "(?i:prepared|submitted|presented|proposed|issued|made) (?i:by) (" + NAME + ") (?i:for|to) (" + NAME + ")");
    private static final Pattern TITLE_FOR_BY = Pattern.compile(
            "(?i:prepared|submitted|presented|proposed) (?i:for|to) (" + NAME + ")(?: (?i:by) (" + NAME + "))?");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?i:between|by and between) (?:the )?(" + NAME + ")[^.]{0,160}? and (?:the )?(" + NAME + ")");
    private static final Pattern SUBJECT_NAME = Pattern.compile(
            "(?:^|[.;,:] |\\band |\\bthat |\\bwhich |\\bthe |\\bThe )(" + NAME
                    + ")(?:['’]s? [\\p{L} ]{2,30})? (?:(?:shall|will|must)(?! (?:also |then )?be(?! responsible))|agrees to|undertakes to|is responsible|are responsible)\\b");
    private static final Pattern SUBJECT_OF_PRESENT = Pattern.compile("(?:^|[.;,:] |\\band |\\bthe |\\bThe )(" + NAME
            + ")(?:['’]s? [\\p{L} ]{2,30}?)? (\\p{Ll}[\\p{L}\\-]+s)\\b");
    private static final Pattern TAG =
            Pattern.compile("\\((\\p{Lu}[\\p{L}&]{1,20}(?: ?[+/&,] ?\\p{Lu}[\\p{L}&]{1,20}[^()]{0,20})?)\\)[.;]?$");
    private static final Pattern OWNED =
            Pattern.compile("([\\p{L}\\p{N}&.\\- ]+?)['’]s? ((?:\\p{L}[\\p{L}\\-]+ ){0,4}\\p{L}[\\p{L}\\-]+)");
    private static final Set<String> VENDOR_ROLES = WordLists.of("vendorRoleNames");
    private static final Set<String> BUYER_ROLES = WordLists.of("buyerRoleNames");
    private static final Set<String> CARRIER_ROLES = WordLists.of("carrierRoleNames");
    private static final Set<String> PARTNER_ROLES = WordLists.of("partnerRoleNames");
    private static final Set<String> BUYER_OFFICIALS = WordLists.of("buyerOfficials");
    private static final Set<String> VENDOR_OFFICIALS = WordLists.of("vendorOfficials");
    private static final Set<String> JOINT = WordLists.of("jointSubjects");
    private static final Set<String> ROLE_NOUNS = WordLists.of("roleNouns");
    private static final Set<String> NO_NAMES = WordLists.of("noPartyNames");
    private static final Set<String> NO_PARTY_HEADS = WordLists.of("noPartyHeads");

    private static final Pattern VENDOR_WORK = Pattern.compile(
            "(?i)\\b(workshops?|tenant|configur\\w*|build|integration|checkout|class|training|health check|releases|licen[cs]es|install\\w*|deliver\\w*|platform|design)\\b");
    private static final Pattern BUYER_WORK = Pattern.compile(
            "(?i)\\b(sign-off|approv\\w*|access|available|rooms?|decisions?|net \\d+|at signature|policies|policy|our data|firewall|subject matter experts?|work rules|payment|pay)\\b");
    private static final Set<String> VENDOR_VERBS = WordLists.of("vendorVerbs");
    private static final Set<String> BUYER_VERBS = WordLists.of("buyerVerbs");
    private static final Set<String> ORGANISATIONS = WordLists.of("organisationWords");

    private static final Pattern OURS = Pattern.compile("\\b[Oo]ur ((?:\\p{L}[\\p{L}\\-]+ ){0,3}\\p{L}[\\p{L}\\-]+)");
    private static final Pattern ROLE_COMMA =
            Pattern.compile("((?:\\p{Lu}[\\p{L}\\-]+ (?:of )?){1,4}\\p{Lu}?[\\p{L}\\-]+), (" + NAME + ")");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(" + NAME
                    + "|[Ww]e) (?:will|shall) (?:assign|appoint|designate|nominate|name|provide) (?:a|an|one|its|the) ((?:full-time |dedicated |named |single )?(?:\\p{L}[\\p{L}\\-]+ ){0,3}\\p{L}[\\p{L}\\-]+)");
    private static final Pattern FOR_PARTY =
            Pattern.compile("[Ff]or (" + NAME + "),? the ((?:\\p{L}[\\p{L}\\-]+ ){0,4}\\p{L}[\\p{L}\\-]+)");

    /// How often a defined name has to act, in promises; a present tense counts a third.
    private static final double DEFINED_ACTS = 0.9;

    /// How often a name that nothing introduces has to act.
    private static final double UNDEFINED_ACTS = 3;

    private static final double SHARE_OF_MOST = 0.1;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byAlias = new LinkedHashMap<>();
    private final Map<String, Entry> owned = new HashMap<>();
    private final Set<String> abbreviated = new LinkedHashSet<>();
    private final Set<String> contracting = new LinkedHashSet<>();
    private Pattern mentions = Pattern.compile("$^");

    private static final class Entry {
        String name;
        final Set<String> aliases = new LinkedHashSet<>();

        @Nullable
        Side side;

        int acts;

        Entry(String name) {
            this.name = name;
        }

        String nameOrAlias() {
            return name;
        }
    }

    /// Who a piece of text is about.
    sealed interface Actor {
        /// One party.
        record Named(String party) implements Actor {}

        /// Both sides together.
        record Joint() implements Actor {}

        /// Nobody that is known.
        record Nobody() implements Actor {}
    }

    private Parties() {}

    /// Finds the parties of a document.
    static Parties of(List<Statement> statements) {
        var parties = new Parties();
        parties.find(statements);
        return parties;
    }

    /// The parties, the buyer and the vendor first.
    List<Party> all() {
        return entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.side == null ? Side.OTHER : entry.side))
                .map(entry -> new Party(
                        entry.name,
                        entry.aliases.stream()
                                .filter(alias -> !alias.equals(entry.name))
                                .toList(),
                        entry.side == null ? Side.OTHER : entry.side))
                .toList();
    }

    /// The name of the one party on a side, or null where there is none.
    @Nullable
    String on(Side side) {
        return entries.stream()
                .filter(entry -> entry.side == side)
                .map(Entry::nameOrAlias)
                .findFirst()
                .orElse(null);
    }

    /// The party that speaks as "we", or null where nobody does.
    @Nullable
    String author() {
        var we = byAlias.get("we");
        return we == null ? on(Side.VENDOR) : we.name;
    }

    /// The side of a party by its name.
    @Nullable
    Side sideOf(@Nullable String name) {
        return entries.stream()
                .filter(entry -> entry.name.equals(name))
                .map(entry -> entry.side)
                .findFirst()
                .orElse(null);
    }

    /// The party that a text names and nothing else, such as a column header or a cell of owners; null otherwise.
    @Nullable
    String exactly(String text) {
        var entry = byAlias.get(key(text));
        return entry == null ? null : entry.name;
    }

    /// The party that a column is about: its name, or one of its people ("Client Product Owner"); null otherwise.
    @Nullable
    String heading(String header) {
        var named = exactly(header);
        if (named != null || header.split(" ").length > 5) {
            return named;
        }
        return subject(header) instanceof Actor.Named actor ? actor.party() : null;
    }

    /// All parties that a text mentions, in order of mention, each once.
    List<String> mentionedIn(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = mentions.matcher(text);
        while (matcher.find()) {
            var entry = byAlias.get(key(matcher.group()));
            if (entry != null && isMention(text, matcher)) {
                found.add(entry.name);
            }
        }
        return List.copyOf(found);
    }

    /// Who is meant by the subject of a clause: "Northline's trainers", "Two Corvane engineers", "we", "each party".
    Actor subject(String text) {
        var subject = text.strip().replaceAll("^(?:[,;:]|and|but|or|then|that|which)\\s+", "");
        var lower = subject.toLowerCase(Locale.ROOT).replaceAll("[’]", "'");
        var bare = lower.replaceFirst("^(the|a|an|all|any|each|every|its|such|said)\\s+", "");
        if (JOINT.stream().anyMatch(joint -> lower.equals(joint) || lower.startsWith(joint + " "))) {
            return new Actor.Joint();
        }
        if (lower.matches("(we|us|our|ours)\\b.*") || lower.matches(".*\\b(our|we)\\b.*")) {
            var author = author();
            if (author != null) {
                return new Actor.Named(author);
            }
        }
        if (lower.matches(".*\\b(you|your|yours)\\b.*")) {
            var buyer = on(Side.BUYER);
            if (buyer != null) {
                return new Actor.Named(buyer);
            }
        }
        var behalf = Pattern.compile("^(?i:for|on behalf of) (?:the )?").matcher(subject);
        if (behalf.find()) {
            var named = mentionedIn(subject);
            if (!named.isEmpty()) {
                return new Actor.Named(named.getFirst());
            }
        }
        var first = firstMention(subject);
        if (first != null) {
            return first;
        }
        for (var official : VENDOR_OFFICIALS) {
            if (bare.equals(official) || bare.startsWith(official + " ")) {
                return named(on(Side.VENDOR));
            }
        }
        for (var official : BUYER_OFFICIALS) {
            if (bare.equals(official) || bare.startsWith(official + " ") || bare.startsWith(official + "/")) {
                return named(on(Side.BUYER));
            }
        }
        var holder = owned.get(bare);
        if (holder != null) {
            return new Actor.Named(holder.name);
        }
        return new Actor.Nobody();
    }

    private static Actor named(@Nullable String party) {
        return party == null ? new Actor.Nobody() : new Actor.Named(party);
    }

    private @Nullable Actor firstMention(String subject) {
        var parties = new LinkedHashSet<String>();
        var matcher = mentions.matcher(subject);
        while (matcher.find()) {
            var entry = byAlias.get(key(matcher.group()));
            if (entry == null || !isMention(subject, matcher)) {
                continue;
            }
            var before = subject.substring(0, matcher.start()).toLowerCase(Locale.ROOT);
            if (before.matches(".*\\b(to|for|by|with|from|against|under|than|on|at|in)\\s+(the\\s+|each\\s+)?$")) {
                continue;
            }
            parties.add(entry.name);
            if (subject.substring(matcher.end()).matches("^['’]s?\\b.*")) {
                break;
            }
        }
        if (parties.isEmpty()) {
            return null;
        }
        if (parties.size() > 1 && subject.matches("(?s).*\\band\\b.*") && !subject.matches("(?s).*['’]s? .*")) {
            return new Actor.Joint();
        }
        return new Actor.Named(parties.iterator().next());
    }

    /// A lower-case role word ("the customer support desk") is a mention only where it stands as a noun of its own.
    private static boolean isMention(String text, Matcher matcher) {
        var mention = matcher.group();
        var after = text.substring(matcher.end());
        if (mention.equals(mention.toUpperCase(Locale.ROOT)) || Character.isUpperCase(mention.charAt(0))) {
            return !after.matches("^-[a-z].*")
                    || after.matches("^-(owned|furnished|provided|supplied|approved|side|managed).*");
        }
        return after.isEmpty()
                || (after.matches("^(['’]s?)?[ ,.;:)].*|^/.*|^$")
                        && !after.matches(
                                "^ (support|service|experience|care|satisfaction|feedback|demands?|data|information|base|journey|accounts?|calls?|contacts?)\\b.*"));
    }

    private void find(List<Statement> statements) {
        var texts = new ArrayList<String>();
        for (var statement : statements) {
            texts.add(statement.quote());
        }
        var candidates = new LinkedHashMap<String, Set<String>>();
        var sides = new HashMap<String, Side>();
        for (var text : texts) {
            defined(text, candidates);
        }
        for (var text : texts.subList(0, Math.min(60, texts.size()))) {
            titles(text, candidates, sides);
        }
        var acts = actsBySubject(texts);
        var tags = tagsAndColumns(statements);
        candidates.forEach((name, aliases) -> {
            var names = new ArrayList<>(prefixes(name));
            names.add(name);
            names.addAll(aliases);
            double acting = names.stream()
                    .map(Parties::key)
                    .distinct()
                    .mapToDouble(key -> acts.getOrDefault(key, 0.0))
                    .sum();
            boolean tagged = names.stream().anyMatch(one -> tags.containsKey(one));
            boolean introduced = contracting.contains(name)
                    || sides.containsKey(name)
                    || aliases.stream().anyMatch(alias -> isRole(alias) || alias.matches("we|us"));
            boolean likely = endsLikeOrganisation(name) || !abbreviated.contains(name);
            if (introduced || (likely ? tagged || acting >= DEFINED_ACTS : acting >= UNDEFINED_ACTS)) {
                addParty(name, aliases, sides.get(name));
            }
        });
        roles(texts);
        index();
        double most =
                acts.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        acts.forEach((subject, count) -> {
            boolean enough = count >= Math.max(UNDEFINED_ACTS, most * SHARE_OF_MOST)
                    || (count >= 1
                            && subject.contains(" ")
                            && endsLikeOrganisation(subject)
                            && occurrences(subject, texts) >= 2);
            if (enough && !byAlias.containsKey(subject) && looksLikeOrganisation(subject, texts)) {
                addParty(original(subject, texts), Set.of(), null);
                index();
            }
        });
        tags.forEach((tag, count) -> {
            if (count >= 2 && !byAlias.containsKey(key(tag)) && plausibleName(tag)) {
                addParty(tag, Set.of(), null);
                index();
            }
        });
        sides(texts);
        mergeSameSides();
        speakers(texts);
        index();
        whoOwnsWhat(texts);
    }

    private static boolean endsLikeOrganisation(String name) {
        return ORGANISATIONS.contains(lastWord(name));
    }

    private void defined(String text, Map<String, Set<String>> candidates) {
        var matcher = DEFINED.matcher(text);
        while (matcher.find()) {
            var aliases = new LinkedHashSet<String>();
            var inside = INSIDE.matcher(matcher.group("inside"));
            while (inside.find()) {
                aliases.add((inside.group(1) == null ? inside.group(2) : inside.group(1)).strip());
            }
            candidate(candidates, matcher.group(1), aliases);
        }
        var initials = ABBREVIATED.matcher(text);
        while (initials.find()) {
            if (initialsOf(initials.group(1)).contains(initials.group(2).replaceAll("[^\\p{Lu}]", ""))
                    || initials.group(1).split(" ").length >= 2) {
                abbreviated.add(candidate(candidates, initials.group(1), Set.of(initials.group(2))));
            }
        }
        var hereinafter = HEREINAFTER.matcher(text);
        while (hereinafter.find()) {
            candidate(candidates, hereinafter.group(1), Set.of(hereinafter.group(2)));
        }
    }

    private void titles(String text, Map<String, Set<String>> candidates, Map<String, Side> sides) {
        var byFor = TITLE_BY_FOR.matcher(text);
        if (byFor.find()) {
            sides.put(candidate(candidates, byFor.group(1), Set.of()), Side.VENDOR);
            sides.put(candidate(candidates, byFor.group(2), Set.of()), Side.BUYER);
        }
        var forBy = TITLE_FOR_BY.matcher(text);
        if (forBy.find()) {
            sides.put(candidate(candidates, forBy.group(1), Set.of()), Side.BUYER);
            if (forBy.group(2) != null) {
                sides.put(candidate(candidates, forBy.group(2), Set.of()), Side.VENDOR);
            }
        }
        var between = BETWEEN.matcher(text);
        if (between.find()) {
            contracting.add(candidate(candidates, between.group(1), Set.of()));
            contracting.add(candidate(candidates, between.group(2), Set.of()));
        }
        var labelled = LABELLED.matcher(text);
        while (labelled.find()) {
            boolean cell = labelled.group("cell") != null;
            var called = cell ? labelled.group("cell") : labelled.group("named");
            var role = labelled.group(cell ? 3 : 1).toLowerCase(Locale.ROOT);
            boolean buyer = role.endsWith(" for") || role.endsWith(" to");
            boolean vendor = role.endsWith(" by");
            var side = buyer ? Side.BUYER : vendor ? Side.VENDOR : sideOfRole(role);
            called = called.replaceFirst(
                    " (?:Client|Customer|Vendor|Supplier|Provider|Contractor|Version|Date|Project)$", "");
            if (side != null
                    && !NO_NAMES.contains(key(called))
                    && !called.matches("(?i)(name|title|signature|date|to|by)\\b.*")) {
                var name = clean(called);
                candidates
                        .computeIfAbsent(name, _ -> new LinkedHashSet<>())
                        .addAll(buyer || vendor ? Set.of() : Set.of(capitalised(role)));
                sides.putIfAbsent(name, side);
            }
        }
    }

    /// Keeps a name under the longest form that was seen; gives the form it is kept under.
    private static String candidate(Map<String, Set<String>> candidates, String rawName, Set<String> aliases) {
        var name = clean(rawName);
        if (name.isEmpty() || NO_NAMES.contains(key(name)) || isThing(name)) {
            return name;
        }
        for (var known : candidates.keySet()) {
            if (key(known).equals(key(name)) || key(known).startsWith(key(name) + " ")) {
                candidates.get(known).addAll(aliases);
                return known;
            }
        }
        candidates.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(aliases);
        return name;
    }

    /// Whether a capitalised name is a thing or a person's role rather than an organisation, by its last word.
    private static boolean isThing(String name) {
        return NO_PARTY_HEADS.contains(lastWord(name))
                && !(name.contains(" ") && ORGANISATIONS.contains(lastWord(name)));
    }

    private static String clean(String name) {
        var cleaned = name.strip()
                .replaceAll("[.,]+$", "")
                .replaceFirst("^(?:The|This|That|By|For|Between|And|In|Of)\\s+", "");
        int article = cleaned.lastIndexOf(" The ");
        return (article >= 0 ? cleaned.substring(article + 5) : cleaned)
                .replaceFirst("\\s+(?:of|and|the|for|de|&)$", "");
    }

    /// How often each name is the subject of a promise in the active voice; of a verb in the present, a third of that.
    private static Map<String, Double> actsBySubject(List<String> texts) {
        var acts = new HashMap<String, Double>();
        for (var text : texts) {
            var matcher = SUBJECT_NAME.matcher(text);
            while (matcher.find()) {
                acts.merge(key(clean(matcher.group(1))), 1.0, Double::sum);
            }
            var present = SUBJECT_OF_PRESENT.matcher(text);
            while (present.find()) {
                if (Verbs.isThirdPerson(present.group(2))) {
                    acts.merge(key(clean(present.group(1))), 0.3, Double::sum);
                }
            }
        }
        return acts;
    }

    private static Map<String, Integer> tagsAndColumns(List<Statement> statements) {
        var tags = new HashMap<String, Integer>();
        var tables = new LinkedHashSet<Integer>();
        for (var statement : statements) {
            var tag = TAG.matcher(statement.quote());
            if (statement.row() == null
                    && statement.form() == Statement.Form.ITEM
                    && tag.find()
                    && !initialsOf(statement.quote().substring(0, tag.start())).endsWith(tag.group(1))) {
                for (var part : tag.group(1).split("\\s*[+/&,]\\s*")) {
                    tags.merge(part.split(" ")[0], 1, Integer::sum);
                }
            }
            var row = statement.row();
            if (row == null) {
                continue;
            }
            for (int c = 0; c < row.cells().size() && c < row.headers().size(); c++) {
                if (ColumnRole.of(row.headers().get(c)) == ColumnRole.OWNER) {
                    var cell = row.cells().get(c).replaceFirst("^(?i)the ", "");
                    if (cell.matches(NAME) && cell.length() <= 40) {
                        tags.merge(cell, 1, Integer::sum);
                    }
                }
            }
            boolean letters = row.cells().size() > 2
                    && row.cells().stream()
                            .skip(1)
                            .allMatch(cell -> cell.matches("(?i)[raci](\\s*[/,+&]\\s*[raci])*|[-–—]?"));
            if (letters && tables.add(row.table())) {
                row.headers().stream()
                        .skip(1)
                        .filter(header -> !header.isBlank())
                        .forEach(header -> tags.merge(header, 2, Integer::sum));
            }
        }
        return tags;
    }

    /// Parties that a document names by their role only: "the Contractor", "the Government".
    private void roles(List<String> texts) {
        for (var role : concat(List.of(VENDOR_ROLES, BUYER_ROLES, CARRIER_ROLES, PARTNER_ROLES))) {
            var acting = Pattern.compile(
                    "(?i)\\b" + Pattern.quote(role)
                            + "(?:['’]s? [\\p{L} ]{2,30})?,? (?:shall|will|must|agrees|undertakes|is responsible|may|acknowledges|is required|personnel shall)\\b");
            long count =
                    texts.stream().filter(text -> acting.matcher(text).find()).count();
            boolean known = entries.stream()
                    .anyMatch(entry ->
                            entry.aliases.stream().anyMatch(alias -> key(alias).equals(role)));
            boolean taken = !isStrongRole(role) && entries.stream().anyMatch(entry -> entry.side == sideOfRole(role));
            if (known || taken || count < (role.contains(" ") || isStrongRole(role) ? 1 : 3)) {
                continue;
            }
            var capital = Pattern.compile("\\b(?:[Tt]he )?(" + Pattern.quote(capitalised(role)) + ")\\b");
            boolean capitalUsed =
                    texts.stream().anyMatch(text -> capital.matcher(text).find());
            addParty(capitalUsed ? capitalised(role) : role, Set.of(role), sideOfRole(role));
        }
    }

    private static boolean isStrongRole(String role) {
        return Set.of(
                        "contractor",
                        "vendor",
                        "supplier",
                        "customer",
                        "client",
                        "government",
                        "carrier",
                        "buyer",
                        "licensee",
                        "licensor",
                        "provider")
                .contains(role);
    }

    private void addParty(String name, Set<String> aliases, @Nullable Side side) {
        for (var entry : entries) {
            boolean same = key(entry.name).equals(key(name))
                    || entry.aliases.stream().anyMatch(alias -> key(alias).equals(key(name)))
                    || aliases.stream().anyMatch(alias -> key(alias).equals(key(entry.name)))
                    || prefixes(entry.name).contains(name);
            if (same) {
                entry.aliases.addAll(aliases);
                entry.aliases.add(name);
                if (name.length() > entry.name.length() && prefixes(name).contains(entry.name)) {
                    entry.name = name;
                }
                if (entry.side == null) {
                    entry.side = side;
                }
                return;
            }
        }
        var entry = new Entry(name);
        entry.aliases.add(name);
        entry.aliases.addAll(aliases);
        entry.side = side;
        entries.add(entry);
    }

    private void index() {
        byAlias.clear();
        for (var entry : entries) {
            for (var alias : entry.aliases) {
                byAlias.putIfAbsent(key(alias), entry);
            }
        }
        for (var entry : entries) {
            for (var prefix : prefixes(entry.name)) {
                if (!NO_NAMES.contains(key(prefix))) {
                    byAlias.putIfAbsent(key(prefix), entry);
                }
            }
        }
        var words = byAlias.keySet().stream()
                .filter(alias -> !Set.of("we", "us", "our").contains(alias))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(alias -> alias.matches("\\p{L}{2,4}") && !isRole(alias)
                        ? Pattern.quote(alias.toUpperCase(Locale.ROOT)) + "|" + Pattern.quote(capitalised(alias))
                        : "(?i:" + Pattern.quote(alias) + ")")
                .collect(Collectors.joining("|"));
        mentions = words.isEmpty()
                ? Pattern.compile("$^")
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    /// Which side each party is on: by its role words, by the title, else by what it does.
    private void sides(List<String> texts) {
        for (var entry : entries) {
            for (var alias : entry.aliases) {
                var side = sideOfRole(key(alias));
                if (side != null && (entry.side == null || isStrongRole(key(alias)))) {
                    entry.side = side;
                }
            }
        }
        index();
        var scores = new HashMap<Entry, int[]>();
        for (var entry : entries) {
            int[] score = scores.computeIfAbsent(entry, _ -> new int[4]);
            var names = new ArrayList<>(entry.aliases);
            names.addAll(prefixes(entry.name));
            for (var name : names) {
                var acting = new Acting(name);
                texts.forEach(text -> acting.in(text, score));
            }
        }
        entries.forEach(entry -> entry.acts = scores.getOrDefault(entry, new int[4])[0]);
        if (on(Side.VENDOR) == null) {
            entries.stream()
                    .filter(entry -> entry.side == null)
                    .max(Comparator.comparingInt(entry -> weight(scores, entry, 1)))
                    .ifPresent(entry -> entry.side = Side.VENDOR);
        }
        if (on(Side.BUYER) == null) {
            entries.stream()
                    .filter(entry -> entry.side == null)
                    .max(Comparator.comparingInt(entry -> weight(scores, entry, 2)))
                    .ifPresent(entry -> entry.side = Side.BUYER);
        }
        boolean carrierByName = entries.stream().anyMatch(entry -> entry.side == Side.CARRIER);
        for (var entry : entries) {
            if (entry.side == null
                    && !carrierByName
                    && entry.name.matches(
                            "(?i).*\\b(voice|telecom\\w*|networks|communications|carrier|telephone|wireless|fiber|fibre|broadband)\\b.*")
                    && entries.size() > 2
                    && !contracting.contains(entry.name)
                    && !entry.aliases.contains("we")) {
                entry.side = Side.CARRIER;
            }
        }
        for (var entry : entries) {
            if (entry.side == null) {
                entry.side = entry.name.matches("(?i).*\\b(consult\\w*|partners?|advisory|training|services)\\b.*")
                        ? Side.PARTNER
                        : Side.OTHER;
            }
        }
    }

    private int weight(Map<Entry, int[]> scores, Entry entry, int kind) {
        int[] score = scores.getOrDefault(entry, new int[4]);
        return (contracting.contains(entry.name) ? 100 : 0)
                + 10 * (kind == 1 ? score[1] - score[2] : score[2] - score[1])
                + score[0];
    }

    /// What a name does in a text, by patterns that are compiled once for all texts.
    private static final class Acting {
        private final String alias;
        private final Pattern verb;
        private final Pattern paid;
        private final Pattern pays;

        Acting(String alias) {
            this.alias = alias;
            var quoted = "(?<![\\p{L}])" + Pattern.quote(alias);
            this.verb = Pattern.compile(
                    quoted
                            + "(?:['’]s? [\\p{L} ]{2,30}?)? (?:(?:shall|will|must|agrees to|undertakes to|is to) )?(?:also |then )?(\\p{L}[\\p{L}\\-]+)");
            this.paid = Pattern.compile(
                    "(?i:invoices? (?:of|from)|payable to|proprietary to|prices? of|engineers? of|paid to) (?:the )?"
                            + quoted);
            this.pays = Pattern.compile(
                    "(?i:payable by|paid by|data of|customers of|employees of|on behalf of) (?:the )?" + quoted);
        }

        void in(String text, int[] score) {
            if (!text.contains(alias)) {
                return;
            }
            if (text.endsWith("(" + alias + ")") || text.startsWith(alias + ":")) {
                score[0]++;
                score[1] += VENDOR_WORK.matcher(text).find() ? 1 : 0;
                score[2] += BUYER_WORK.matcher(text).find() ? 1 : 0;
            }
            var matcher = verb.matcher(text);
            while (matcher.find()) {
                var word = matcher.group(1).toLowerCase(Locale.ROOT);
                var base = Verbs.isThirdPerson(word) ? word.replaceFirst("s$", "") : word;
                if (!Verbs.isBase(word) && !Verbs.isThirdPerson(word)) {
                    continue;
                }
                score[0]++;
                score[1] += VENDOR_VERBS.contains(base) ? 1 : 0;
                score[2] += BUYER_VERBS.contains(base) ? 1 : 0;
            }
            score[1] += paid.matcher(text).find() ? 3 : 0;
            score[2] += pays.matcher(text).find() ? 3 : 0;
        }
    }

    /// A role word and a company on the same side are one party ("Contractor" and the company of the title).
    private void mergeSameSides() {
        for (var side : List.of(Side.BUYER, Side.VENDOR)) {
            var same = entries.stream().filter(entry -> entry.side == side).toList();
            if (same.size() < 2) {
                continue;
            }
            var main = same.stream()
                    .filter(entry -> !isRole(key(entry.name)))
                    .findFirst()
                    .orElse(same.getFirst());
            for (var other : same) {
                if (other != main && (isRole(key(other.name)) || side == Side.BUYER)) {
                    main.aliases.add(other.name);
                    main.aliases.addAll(other.aliases);
                    main.acts += other.acts;
                    entries.remove(other);
                }
            }
        }
    }

    private void speakers(List<String> texts) {
        boolean defined = entries.stream()
                .anyMatch(entry ->
                        entry.aliases.stream().anyMatch(alias -> key(alias).equals("we")));
        long we = texts.stream()
                .filter(
                        text -> text.matches(
                                "(?i).*\\b(we|our)\\b.*\\b(will|shall|provide|deliver)\\b.*|(?i).*\\bour (service|consult|project|engineer|team).*"))
                .count();
        if (!defined && we >= 2) {
            entries.stream()
                    .filter(entry -> entry.side == Side.VENDOR)
                    .findFirst()
                    .ifPresent(entry -> entry.aliases.addAll(List.of("we", "our", "us")));
        }
    }

    /// Roles and things that one party alone has: "Northline's application team", "our service desk".
    private void whoOwnsWhat(List<String> texts) {
        var claims = new HashMap<String, Set<Entry>>();
        for (var text : texts) {
            var possessive = OWNED.matcher(text);
            while (possessive.find()) {
                var owner = lastMention(possessive.group(1));
                claim(claims, owner, possessive.group(2));
            }
            var ours = OURS.matcher(text);
            while (ours.find()) {
                claim(claims, byAlias.get("we"), ours.group(1));
            }
            var roleComma = ROLE_COMMA.matcher(text);
            while (roleComma.find()) {
                claim(claims, byAlias.get(key(roleComma.group(2))), roleComma.group(1));
            }
            var assigned = ASSIGNED.matcher(text);
            while (assigned.find()) {
                claim(
                        claims,
                        assigned.group(1).equalsIgnoreCase("we")
                                ? byAlias.get("we")
                                : byAlias.get(key(clean(assigned.group(1)))),
                        assigned.group(2));
            }
            var forParty = FOR_PARTY.matcher(text);
            while (forParty.find()) {
                claim(claims, byAlias.get(key(clean(forParty.group(1)))), forParty.group(2));
            }
        }
        claims.forEach((noun, owners) -> {
            if (owners.size() == 1) {
                owned.put(noun, owners.iterator().next());
            }
        });
    }

    private @Nullable Entry lastMention(String text) {
        Entry last = null;
        var matcher = mentions.matcher(text);
        while (matcher.find()) {
            if (matcher.end() >= text.length() - 1) {
                last = byAlias.get(key(matcher.group()));
            }
        }
        return last;
    }

    private static void claim(Map<String, Set<Entry>> claims, @Nullable Entry owner, String phrase) {
        if (owner == null) {
            return;
        }
        var words = phrase.toLowerCase(Locale.ROOT).split(" ");
        var noun = new StringBuilder();
        for (var word : words) {
            noun.append(noun.isEmpty() ? "" : " ").append(word);
            if (ROLE_NOUNS.contains(word)) {
                claims.computeIfAbsent(noun.toString(), _ -> new LinkedHashSet<>())
                        .add(owner);
                if (noun.toString().contains(" ")) {
                    var tail = noun.toString();
                    claims.computeIfAbsent(
                                    tail.replaceFirst("^(full-time|dedicated|named|single|two|one) ", ""),
                                    _ -> new LinkedHashSet<>())
                            .add(owner);
                }
                var joined = String.join(" ", words);
                if (!joined.contentEquals(noun)) {
                    claims.computeIfAbsent(joined, _ -> new LinkedHashSet<>()).add(owner);
                }
            }
        }
    }

    private static boolean looksLikeOrganisation(String subject, List<String> texts) {
        var words = subject.split(" ");
        var last = words[words.length - 1];
        return plausibleName(subject)
                && !ROLE_NOUNS.contains(last)
                && words.length <= 5
                && texts.stream().anyMatch(text -> text.contains(capitalised(subject)));
    }

    private static boolean plausibleName(String name) {
        return name.length() >= 2
                && !NO_NAMES.contains(key(name))
                && !ROLE_NOUNS.contains(lastWord(name))
                && !isThing(name)
                && !name.matches("(?i)tbd|tba|n/a|none|all|both|yes|no|week.*|day.*|[raci]|\\d.*");
    }

    private static long occurrences(String name, List<String> texts) {
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(name))
                .count();
    }

    private static String original(String lower, List<String> texts) {
        var pattern = Pattern.compile("(?i)(?<!\\p{L})" + Pattern.quote(lower) + "(?!\\p{L})");
        for (var text : texts) {
            var matcher = pattern.matcher(text);
            if (matcher.find() && Character.isUpperCase(matcher.group().charAt(0))) {
                return matcher.group();
            }
        }
        return capitalised(lower);
    }

    /// "Meridian", "Meridian Voice" for "Meridian Voice Networks": how a name is shortened.
    private static List<String> prefixes(String name) {
        var words = name.split(" ");
        var prefixes = new ArrayList<String>();
        if (words.length >= 2
                && words[0].length() >= 3
                && !isRole(key(words[0]))
                && !NO_NAMES.contains(key(words[0]))) {
            prefixes.add(words[0]);
            if (words.length >= 3) {
                prefixes.add(words[0] + " " + words[1]);
            }
        }
        return prefixes;
    }

    private static String initialsOf(String name) {
        return java.util.Arrays.stream(name.split("[ \\-]"))
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static @Nullable Side sideOfRole(String alias) {
        if (VENDOR_ROLES.contains(alias)) {
            return alias.equals("outsourcer") ? Side.OUTSOURCER : Side.VENDOR;
        }
        if (BUYER_ROLES.contains(alias)) {
            return Side.BUYER;
        }
        if (CARRIER_ROLES.contains(alias)) {
            return Side.CARRIER;
        }
        return PARTNER_ROLES.contains(alias) ? Side.PARTNER : null;
    }

    private static boolean isRole(String alias) {
        return sideOfRole(key(alias)) != null;
    }

    private static List<String> concat(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).sorted().toList();
    }

    private static String lastWord(String name) {
        return key(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static String capitalised(String words) {
        return java.util.Arrays.stream(words.split(" "))
                .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// How names are compared: lower case, without a leading article and a trailing possessive.
    private static String key(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceFirst("^the ", "")
                .replaceFirst("'s?$", "");
    }
}
