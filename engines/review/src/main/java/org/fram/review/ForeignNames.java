package org.fram.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Party;
import org.fram.review.Review.Unclear;

/// Names that do not belong: a placeholder where a party's name should stand, somebody bound by a sentence who is no
/// party, one side under two names of which only one is defined.
final class ForeignNames {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\[[^\\]\\d]{0,40}(?i:client|customer|company|vendor|supplier|contractor|provider|agency|party|buyer)[^\\]\\d]{0,40}\\]"
                    + "|<[^<>]{0,30}(?i:client|customer|company|vendor|supplier|contractor|agency)[^<>]{0,30}>"
                    + "|\\{\\{?[^{}]{0,30}(?i:client|customer|company|vendor|supplier)[^{}]{0,30}\\}?\\}"
                    + "|\\b(?i:(?:insert|enter|your) (?:client|customer|company|vendor|supplier|party)(?:['’]s)?(?: name)?)\\b"
                    + "|\\b(?:CLIENT|CUSTOMER|COMPANY|VENDOR|SUPPLIER) NAME\\b|\\b(?:XYZ|ABC) (?:Company|Corp|Corporation|Inc)\\b");
    private static final Pattern ACTOR = Pattern.compile(
            "(?:^|(?<=[.;:] )|(?<=, and )|(?<= and ))(?:The )?((?:\\p{Lu}[\\p{L}&’'-]+\\.?,?\\s){1,4})(?:shall|will|must|agrees to|undertakes to)\\b");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i).*(?:s|ing|tion|sion|ment|ance|ence|ity|er|or|al|ist|ian|ee|ship|ware|desk|team|lead|day|ure|work|all|this|that|it|we|you|he|she|they|who|each|both|one|none|neither|either)");
    private static final Pattern ROLE = Pattern.compile(
            "\\b[Tt]he (Customer|Client|Buyer|Purchaser|Supplier|Vendor|Contractor|Provider|Consultant|Seller)\\b(?:’s|'s)?(?: \\p{L}+){0,2} (?:shall|will|must|agrees)\\b");
    private static final Set<String> BUYERS = Set.of("customer", "client", "buyer", "purchaser");
    private static final Set<String> COMPANY = Terms.list("company");

    private ForeignNames() {}

    /// The remarks on names, one for each name, at its first place.
    static List<Unclear> of(List<Statement> statements, List<Party> parties) {
        var found = new LinkedHashMap<String, Unclear>();
        var known = parties.stream()
                .filter(party -> party.side() != Side.OTHER || !party.aliases().isEmpty())
                .flatMap(party -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(party.name()), party.aliases().stream()))
                .flatMap(name ->
                        java.util.Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .collect(Collectors.toSet());
        for (var statement : statements) {
            placeholders(statement, found);
            strangers(statement, statements, known, found);
        }
        twoNames(statements, found);
        return new ArrayList<>(found.values());
    }

    private static void placeholders(Statement statement, Map<String, Unclear> found) {
        for (Matcher matcher = PLACEHOLDER.matcher(statement.quote()); matcher.find(); ) {
            if (matcher.group().split("\\s+").length > 4) {
                continue;
            }
            var key = matcher.group().toLowerCase(Locale.ROOT).replaceAll("[’']s?|[^\\p{L}]", "");
            found.putIfAbsent(key, unclear("“%s” stands where a name should".formatted(matcher.group()), statement));
        }
    }

    /// A name that is bound once or twice, belongs to no party and is introduced nowhere.
    private static void strangers(
            Statement statement, List<Statement> all, Set<String> known, Map<String, Unclear> found) {
        if (statement.row() != null) {
            return;
        }
        for (Matcher matcher = ACTOR.matcher(statement.quote()); matcher.find(); ) {
            var name = matcher.group(1).strip().replaceFirst(",$", "");
            var words = name.split("\\s+");
            var last = words[words.length - 1].toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
            boolean company = words.length > 1
                    && COMPANY.contains(last)
                    && last.matches("inc|llc|llp|ltd|limited|corp|corporation|gmbh|plc");
            boolean coined = words.length == 1
                    && !NO_NAME.matcher(name).matches()
                    && !BUYERS.contains(name.toLowerCase(Locale.ROOT))
                    && name.matches("\\p{Lu}\\p{Ll}{3,}");
            if (!company && !coined) {
                continue;
            }
            boolean ours = java.util.Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                    .anyMatch(word -> known.contains(word) && !COMPANY.contains(word));
            if (!ours && rare(name, all) && known.size() >= 2) {
                found.putIfAbsent(
                        name,
                        unclear(
                                "“%s” is bound by this sentence and is no party of this document".formatted(name),
                                statement));
            }
        }
    }

    private static boolean rare(String name, List<Statement> all) {
        var exact = Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})");
        var lower = Pattern.compile("(?<!\\p{L})" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?!\\p{L})");
        long uses = all.stream()
                .mapToLong(
                        statement -> exact.matcher(statement.quote()).results().count())
                .sum();
        boolean common = all.stream()
                .anyMatch(statement -> lower.matcher(statement.quote()).find());
        boolean heading = all.stream()
                .anyMatch(statement -> statement.headings().stream()
                        .anyMatch(text -> exact.matcher(text).find()));
        return uses <= 2 && !common && !heading;
    }

    private static void twoNames(List<Statement> statements, Map<String, Unclear> found) {
        var acting = new LinkedHashMap<String, Statement>();
        for (var statement : statements) {
            for (Matcher matcher = ROLE.matcher(statement.quote()); matcher.find(); ) {
                acting.putIfAbsent(matcher.group(1), statement);
            }
        }
        var defined = acting.keySet().stream()
                .filter(role -> statements.stream()
                        .anyMatch(statement -> statement.quote().matches("(?s).*[\"“](?:the )?" + role + "[\"”].*")))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var role : acting.keySet()) {
            boolean buyer = BUYERS.contains(role.toLowerCase(Locale.ROOT));
            var other = defined.stream()
                    .filter(name -> !name.equals(role) && BUYERS.contains(name.toLowerCase(Locale.ROOT)) == buyer)
                    .findFirst();
            var statement = acting.get(role);
            if (statement != null && !defined.contains(role) && other.isPresent()) {
                found.putIfAbsent(
                        role,
                        unclear(
                                "“the %s” is bound here, while the document defines “%s”".formatted(role, other.get()),
                                statement));
            }
        }
    }

    private static Unclear unclear(String reason, Statement statement) {
        return new Unclear(statement.quote(), RemarkKind.NAME, reason, statement.place());
    }
}
