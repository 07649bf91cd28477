package org.fram.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.Claim.Aspect;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.values.Range;

/// Statements that cannot both hold: two claims on the same thing whose values exclude each other.
///
/// The rules prefer silence to a false alarm. Claims are held against each other only where their subject is the same
/// and nothing sets them apart; a part may be smaller than the whole and never larger; a value within a range, below
/// an "up to" or in the same week agrees. Of many pairs with the same two values, the first in reading order is
/// reported.
final class Contradictions {

    private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll}\\d,] )\\p{Lu}[\\p{L}\\d’'&-]*");

    private final List<Claim> claims;
    private final Map<Integer, Set<String>> namesByStatement = new HashMap<>();
    private final Map<String, Contradiction> found = new LinkedHashMap<>();

    private final Map<Integer, Set<Double>> seatsByTable = new HashMap<>();

    private Contradictions(List<Claim> claims) {
        this.claims = claims;
        for (var claim : claims) {
            var row = claim.statement().row();
            if (row != null && claim.aspect() == Aspect.COUNT && claim.subject().equals("seat")) {
                seatsByTable
                        .computeIfAbsent(row.table(), _ -> new HashSet<>())
                        .add(claim.value().low());
            }
        }
    }

    /// The contradictions of a document, in its order.
    static List<Contradiction> of(
            List<Statement> statements, Pricing pricing, List<Party> parties, List<Obligation> obligations) {
        var names = parties.stream()
                .flatMap(party -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(party.name()), party.aliases().stream()))
                .filter(name -> name.length() > 2)
                .collect(Collectors.toUnmodifiableSet());
        var finding = new Contradictions(Claims.of(statements, pricing.lines(), names));
        finding.compareSame();
        finding.compareSeats(pricing);
        var all = new ArrayList<>(pricing.contradictions());
        all.addAll(finding.found.values());
        all.addAll(Doers.of(obligations));
        var told = all.stream().map(Contradictions::quotes).collect(Collectors.toSet());
        NearTwins.of(statements).stream()
                .filter(twins -> told.add(quotes(twins)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Set<String> quotes(Contradiction contradiction) {
        return new TreeSet<>(List.of(contradiction.a(), contradiction.b()));
    }

    private void compareSame() {
        var bySubject = claims.stream()
                .filter(claim ->
                        !(claim.aspect() == Aspect.COUNT && claim.subject().equals("seat")))
                .collect(Collectors.groupingBy(
                        claim -> family(claim.aspect()) + claim.subject(), LinkedHashMap::new, Collectors.toList()));
        for (var all : bySubject.values()) {
            var same = oneThing(clear(all));
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    if (disagree(same.get(i), same.get(j))) {
                        report(same.get(i), same.get(j));
                    }
                }
            }
        }
    }

    /// The claims whose statement gives this thing one value only. Several mean that something sets them apart which
    /// was not understood.
    private static List<Claim> clear(List<Claim> sameSubject) {
        var byStatement = sameSubject.stream()
                .collect(Collectors.groupingBy(claim -> claim.statement().index()));
        return sameSubject.stream()
                .filter(claim -> Objects.requireNonNull(
                                byStatement.get(claim.statement().index()))
                        .stream()
                        .allMatch(other -> other.aspect() != claim.aspect()
                                || !other.qualifiers().equals(claim.qualifiers())
                                || other.agreesWith(claim)))
                .toList();
    }

    /// The claims on what is told apart by nothing and yet has a few values only.
    private static List<Claim> oneThing(List<Claim> sameSubject) {
        record Thing(Aspect aspect, String unit, Set<String> qualifiers) {}
        var values = new HashMap<Thing, Set<Range>>();
        for (var claim : sameSubject) {
            values.computeIfAbsent(new Thing(claim.aspect(), claim.unit(), claim.qualifiers()), _ -> new HashSet<>())
                    .add(claim.value());
        }
        return sameSubject.stream()
                .filter(claim ->
                        Objects.requireNonNull(values.get(new Thing(claim.aspect(), claim.unit(), claim.qualifiers())))
                                        .size()
                                <= Subjects.mostValues())
                .toList();
    }

    private static String family(Aspect aspect) {
        return aspect == Aspect.DUE ? Aspect.DATE + " " : aspect + " ";
    }

    private boolean disagree(Claim a, Claim b) {
        if (a.statement().index() == b.statement().index() || !sameScale(a, b) || a.agreesWith(b)) {
            return false;
        }
        if (a.aspect() == Aspect.COUNT && ofDifferentThings(a, b)) {
            return false;
        }
        if (apart(a, b).equals(apart(b, a))) {
            return (a.direct() || b.direct()) && comparableDates(a, b);
        }
        // A part cannot be larger than the whole.
        boolean additive = a.aspect() == Aspect.LENGTH || a.aspect() == Aspect.COUNT;
        if (!additive || !a.direct() || !b.direct()) {
            return false;
        }
        var whole = a.qualifiers().isEmpty() ? a : b;
        var part = whole.equals(a) ? b : a;
        return whole.qualifiers().isEmpty()
                && a.aspect() == Aspect.LENGTH
                && a.unit().equals(b.unit())
                && part.value().low() > whole.value().high();
    }

    /// Whether two sentences that count the same noun count it for things of other names ("accounts for Alpha",
    /// "accounts for Beta").
    private boolean ofDifferentThings(Claim a, Claim b) {
        var first = names(a);
        var second = names(b);
        return !first.isEmpty() && !second.isEmpty() && java.util.Collections.disjoint(first, second);
    }

    private Set<String> names(Claim claim) {
        return claim.statement().row() != null
                ? Set.of()
                : namesByStatement.computeIfAbsent(
                        claim.statement().index(),
                        _ -> NAME.matcher(claim.statement().quote())
                                .results()
                                .map(java.util.regex.MatchResult::group)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /// What sets a claim apart from another: of a counted thing's modifiers, those that the other statement does not
    /// say too ("IVR menus" and "the IVR has menus").
    private static Set<String> apart(Claim claim, Claim other) {
        if (claim.aspect() != Aspect.COUNT) {
            return claim.qualifiers();
        }
        var said = (other.statement().quote() + " " + other.statement().section()).toLowerCase(Locale.ROOT);
        return claim.qualifiers().stream()
                .filter(qualifier ->
                        !qualifier.startsWith("“") || !said.contains(qualifier.substring(1, qualifier.length() - 1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean sameScale(Claim a, Claim b) {
        return switch (a.aspect()) {
            case DATE, DUE, COUNT, RATE -> a.unit().equals(b.unit());
            // The hours of one session are no length of the whole.
            case LENGTH -> a.unit().equals("hour") == b.unit().equals("hour");
            case DEADLINE, RHYTHM, LEVEL, PLACE -> true;
        };
    }

    /// Days agree when they are within each other; what is due by a day may also happen before it.
    private static boolean comparableDates(Claim a, Claim b) {
        if (a.aspect() == b.aspect()) {
            return true;
        }
        var due = a.aspect() == Aspect.DUE ? a : b;
        var on = due.equals(a) ? b : a;
        return on.value().low() > due.value().high();
    }

    /*
     * Seats: agents, advisers, users and licences are the same people seen twice, so that a price for 500 seats and a
     * scope of 450 agents disagree. Only what speaks of all of them counts: a row of a table of quantities, a price
     * line, a number of licences. The seats of supervisors and others may be counted in or not.
     */
    private void compareSeats(Pricing pricing) {
        var seats = claims.stream()
                .filter(claim ->
                        claim.aspect() == Aspect.COUNT && claim.subject().equals("seat"))
                .filter(claim -> claim.value().low() == claim.value().high()
                        && claim.value().low() >= 5)
                .filter(claim -> isWhole(claim, pricing))
                .toList();
        if (seats.stream().map(Claim::value).distinct().count() > Subjects.mostSeats()) {
            return;
        }
        var staff = claims.stream()
                .filter(claim -> claim.aspect() == Aspect.COUNT
                        && Set.of(
                                        "supervisor",
                                        "administrator",
                                        "evaluator",
                                        "manager",
                                        "planner",
                                        "analyst",
                                        "coach",
                                        "trainer")
                                .contains(claim.subject()))
                .map(claim -> claim.value().low())
                .distinct()
                .sorted()
                .limit(6)
                .toList();
        for (int i = 0; i < seats.size(); i++) {
            for (int j = i + 1; j < seats.size(); j++) {
                var a = seats.get(i);
                var b = seats.get(j);
                if (a.statement().index() == b.statement().index()
                        || a.value().low() == b.value().low()) {
                    continue;
                }
                boolean sameTable = a.statement().row() != null
                        && b.statement().row() != null
                        && a.statement().row().table() == b.statement().row().table();
                if (!sameTable && !withStaff(a, b, staff) && !reserve(a) && !reserve(b)) {
                    report(a, b);
                }
            }
        }
    }

    private boolean isWhole(Claim claim, Pricing pricing) {
        var statement = claim.statement();
        boolean part = claim.qualifiers().stream()
                .anyMatch(qualifier -> !qualifier.startsWith("“")
                        && !Set.of("agents", "voice", "chat", "email", "supervisors", "subscription fee", "year 1")
                                .contains(qualifier)
                        && claim.statement().row() == null);
        boolean narrowed = claim.qualifiers().stream()
                .anyMatch(qualifier -> qualifier.startsWith("“")
                        && !Set.of(
                                        "named",
                                        "user",
                                        "agent",
                                        "concurrent",
                                        "full",
                                        "licensed",
                                        "total",
                                        "platform",
                                        "software",
                                        "seat",
                                        "contact",
                                        "center",
                                        "centre",
                                        "call",
                                        "adviser",
                                        "10")
                                .contains(qualifier.replaceAll("[“”]", "")));
        var row = statement.row();
        if (row == null) {
            boolean licences = claim.text().matches("(?is).*\\b(?:licen[cs]e|seat|named user|subscription)s?\\b.*");
            boolean scope = statement
                    .quote()
                    .matches(
                            "(?is).*\\b(?:for|cover|covers|upgrade|configure|deploy|implement|provide|supply|supports?|serves?|licen[cs]e|assign|provision|population|total|there (?:are|will be))\\b.*");
            return !part && !narrowed && (licences || scope);
        }
        if (narrowed) {
            return false;
        }
        if (pricing.lines().contains(statement.index())) {
            return statement
                    .quote()
                    .matches("(?is).*(?:\\d[^|]*[×x@*][^|]*\\d|\\b(?:licen[cs]e|subscription|seat|user)s?\\b).*");
        }
        boolean quantities = row.headers().stream()
                .anyMatch(header -> header.matches(
                        "(?i).*\\b(?:qty|quantity|quantities|number|count|seats|users|licen[cs]es|volume)\\b.*"));
        boolean entry =
                row.cells().size() == 2 && claim.qualifiers().stream().allMatch(qualifier -> qualifier.startsWith("“"));
        if (entry) {
            return true;
        }
        boolean onlyValue = seatsByTable.getOrDefault(row.table(), Set.of()).size() == 1;
        return quantities && onlyValue;
    }

    private static boolean reserve(Claim claim) {
        return claim.statement()
                .quote()
                .matches("(?is).*\\b(?:growth|spare|reserve|headroom|buffer|concurrent|contingency)\\b.*");
    }

    private static boolean withStaff(Claim a, Claim b, List<Double> staff) {
        double less = Math.min(a.value().low(), b.value().low());
        double more = Math.max(a.value().low(), b.value().low());
        for (int chosen = 0; chosen < 1 << staff.size(); chosen++) {
            double sum = less;
            for (int s = 0; s < staff.size(); s++) {
                sum += (chosen >> s & 1) == 1 ? staff.get(s) : 0;
            }
            if (sum == more) {
                return true;
            }
        }
        return false;
    }

    private void report(Claim a, Claim b) {
        var first = a.statement().index() <= b.statement().index() ? a : b;
        var second = first.equals(a) ? b : a;
        var values = new TreeSet<>(
                Set.of(first.value().toString() + first.unit(), second.value().toString() + second.unit()));
        found.putIfAbsent(
                family(a.aspect()) + a.subject() + values,
                new Contradiction(
                        first.statement().quote(),
                        second.statement().quote(),
                        "%s: %s against %s".formatted(name(first), first.text(), second.text()),
                        first.statement().place(),
                        second.statement().place()));
    }

    private static String name(Claim claim) {
        var subject = claim.subject().replaceAll("[“”]", "");
        return switch (claim.aspect()) {
            case COUNT ->
                "number of " + claim.text().replaceFirst("^\\S+\\s+", "").toLowerCase(Locale.ROOT);
            case LENGTH -> "length of " + subject;
            case DEADLINE ->
                subject.endsWith(" term") || subject.endsWith(" time") ? subject : "time allowed for " + subject;
            case DATE, DUE -> "date of " + subject;
            case RHYTHM -> "frequency of " + subject;
            case LEVEL -> subject;
            case PLACE -> "place of " + subject;
            case RATE -> "amount for " + subject;
        };
    }
}
