package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.review.Clause.Mode;
import org.fram.review.Parties.Actor;
import org.jspecify.annotations.Nullable;

/// The deontic grammar: which predicates a sentence has, who is bound by each, and how.
final class Clauses {

    private static final Pattern PREDICATE =
            Pattern.compile("\\b(?<modal>shall|will|must|should|may|can|could|would|might)\\b"
                    + "|\\b(?<bound>agrees? to|undertakes? to|commits? to|covenants? to|warrants? that|is obliged to|are obliged to"
                    + "|(?:is|are|remains?|be) (?:solely |fully |jointly |also |not )?(?:responsible|accountable|liable) for"
                    + "|(?:is|are|be) (?:required|obligated|expected|committed|bound|asked|requested|invited) to|(?:has|have) to"
                    + "|responsibility of|(?:is|are) to(?= (?:be )?\\p{L}+))"
                    + "|\\b(?<be>is|are)(?= (?:\\p{L}+ly |also |then |not )*\\p{L}+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\-]*");
    private static final Pattern PASSIVE = Pattern.compile(
            "^(?:\\s*(?:not|also|then|only|all|each|likewise|thereafter|thus|first|\\p{L}+ly|required to|responsible to))*\\s+(?:be|been|get)(?:\\s+(?:\\p{L}+ly|also|so))*\\s+(?<participle>\\p{L}[\\p{L}\\-]*)");
    private static final Pattern PARTICIPLE =
            Pattern.compile("^(?:\\s*(?:not|also|then|only|all|\\p{L}+ly))*\\s+(?<participle>\\p{L}[\\p{L}\\-]*)");
    private static final Pattern AGENT = Pattern.compile("\\bby (?<agent>[^,;.()]{2,80})");
    private static final Set<String> SUBORDINATORS = WordLists.of("subordinators");
    private static final Pattern AGREED_THAT = Pattern.compile(
            "(?i)^.*\\b(?:agreed|agrees?|understood|undertakes?|warrants?|represents?|acknowledges?|confirms?) that ");
    private static final Pattern PLURAL =
            Pattern.compile("(?s).*\\b(?:[Ww]e|[Yy]ou|\\p{L}+s|staff|team|people|personnel)");
    private static final Pattern VERBAL = Pattern.compile(
            "(?i)\\b(shall|will|must|may|is|are|has|have|to|can|should|would|was|were|of|by|for|with)\\b");
    private static final Pattern PREPOSED =
            Pattern.compile("(?is).*\\b(to|for|by|with|from|of|against|under|than|on|at|in)(?: the)?");
    private static final Pattern RELATIVE =
            Pattern.compile(".*\\b(?:that|which|who|whom|whose|where)\\s+(?<subject>[^,;]*)$");

    private Clauses() {}

    /// The clauses of a sentence, list item or cell in their order.
    static List<Clause> of(String sentence, Parties parties) {
        var clauses = new ArrayList<Clause>();
        var matcher = PREDICATE.matcher(sentence);
        while (matcher.find()) {
            var after = sentence.substring(matcher.end());
            var modal = matcher.group("modal");
            if (matcher.group("be") != null) {
                presentPassive(sentence, matcher.start(), after, parties, clauses);
                continue;
            }
            if (modal == null && matcher.group("bound") != null && alreadyIn(clauses, matcher.start())) {
                continue;
            }
            if (modal != null
                    && modal.equals("will")
                    && sentence.substring(0, matcher.start()).matches(".*\\b(at|of|the|its|free) $")) {
                continue;
            }
            if (modal != null && modal.equals("may") && after.matches("^ \\d.*")) {
                continue;
            }
            clauses.add(clause(sentence, matcher.start(), after, modeOf(modal), parties));
        }
        present(sentence, parties, clauses);
        imperative(sentence, clauses);
        clauses.sort(java.util.Comparator.comparingInt(Clause::start));
        return List.copyOf(clauses);
    }

    private static boolean alreadyIn(List<Clause> clauses, int start) {
        return !clauses.isEmpty() && start - clauses.getLast().start() <= 6;
    }

    private static Mode modeOf(@org.jspecify.annotations.Nullable String modal) {
        return switch (modal == null ? "" : modal.toLowerCase(Locale.ROOT)) {
            case "shall" -> Mode.SHALL;
            case "will" -> Mode.WILL;
            case "must" -> Mode.MUST;
            case "should", "would" -> Mode.SHOULD;
            case "may", "can", "could", "might" -> Mode.MAY;
            default -> Mode.BOUND;
        };
    }

    private static Clause clause(String sentence, int start, String after, Mode mode, Parties parties) {
        var subject = subjectBefore(sentence, start);
        var passive = PASSIVE.matcher(after);
        boolean isPassive = passive.find()
                && (Verbs.isParticiple(passive.group("participle"))
                        || passive.group("participle").endsWith("ed"));
        var verb = isPassive ? passive.group("participle") : firstVerb(after);
        Actor actor = parties.subject(subject.text());
        if (isPassive) {
            var agent = agentIn(after, parties);
            if (!(agent instanceof Actor.Nobody)) {
                actor = agent;
            } else if (!bindsThePassive(passive.group("participle"))) {
                actor = actor instanceof Actor.Joint ? actor : passiveOwner(actor, passive.group("participle"));
            }
        }
        return new Clause(
                actor, mode, subject.text(), verb.toLowerCase(Locale.ROOT), isPassive, subject.subordinate(), start);
    }

    /// "The customer will be asked to comment", "personnel shall be badged": who is acted upon is bound all the same.
    private static boolean bindsThePassive(String participle) {
        return Set.of(
                        "required",
                        "asked",
                        "expected",
                        "obliged",
                        "requested",
                        "responsible",
                        "held",
                        "liable",
                        "bound",
                        "available",
                        "fingerprinted",
                        "escorted",
                        "located",
                        "trained",
                        "certified",
                        "guided",
                        "identifiable",
                        "badged",
                        "dedicated",
                        "cleared")
                .contains(participle.toLowerCase(Locale.ROOT));
    }

    private static Actor passiveOwner(Actor subject, String participle) {
        return Set.of(
                                "informed",
                                "notified",
                                "paid",
                                "given",
                                "told",
                                "compensated",
                                "reimbursed",
                                "provided",
                                "invoiced",
                                "charged",
                                "billed",
                                "credited")
                        .contains(participle.toLowerCase(Locale.ROOT))
                ? new Actor.Nobody()
                : subject instanceof Actor.Named ? new Actor.Nobody() : subject;
    }

    private static Actor agentIn(String after, Parties parties) {
        var matcher = AGENT.matcher(after);
        while (matcher.find()) {
            var agent = parties.subject(matcher.group("agent")
                    .replaceAll(
                            "\\b(using|within|on|in|at|during|before|after|prior|if|when|to|for|as|with|who|which|that|and)\\b.*$",
                            "")
                    .strip());
            if (!(agent instanceof Actor.Nobody)) {
                return agent;
            }
        }
        return new Actor.Nobody();
    }

    private static void presentPassive(
            String sentence, int start, String after, Parties parties, List<Clause> clauses) {
        var matcher = PARTICIPLE.matcher(after);
        if (!matcher.find() || !Verbs.isParticiple(matcher.group("participle"))) {
            return;
        }
        if (sentence.substring(0, start).matches("(?s).*\\b(will|shall|must|may|can) $")) {
            return;
        }
        var subject = subjectBefore(sentence, start);
        clauses.add(new Clause(
                agentIn(after, parties),
                Mode.PRESENT,
                subject.text(),
                matcher.group("participle").toLowerCase(Locale.ROOT),
                true,
                subject.subordinate(),
                start));
    }

    /// "Osprey executes the steps", "our engineers answer", "Vendor to install": a party and a verb of work in the
    /// present tense.
    private static void present(String sentence, Parties parties, List<Clause> clauses) {
        var words = WORD.matcher(sentence);
        while (words.find()) {
            var word = words.group();
            boolean third = Verbs.isThirdPerson(word);
            // With a capital within a sentence it is part of a name ("the Harbor Operations Control Room").
            boolean named = words.start() == 0 || Character.isUpperCase(word.charAt(0));
            if (named || (!third && !Verbs.isBase(word))) {
                continue;
            }
            var before = sentence.substring(0, words.start()).stripTrailing();
            boolean to = before.endsWith(" to");
            if (!third && !to && !PLURAL.matcher(before).matches()) {
                continue;
            }
            var subject = subjectBefore(sentence, words.start());
            var tail = actorAtTheEndOf(to ? subject.text().replaceFirst(" to$", "") : subject.text(), parties);
            if (tail == null) {
                continue;
            }
            clauses.add(new Clause(
                    parties.subject(tail),
                    to ? Mode.BOUND : Mode.PRESENT,
                    tail,
                    word.toLowerCase(Locale.ROOT),
                    false,
                    subject.subordinate(),
                    words.start()));
        }
    }

    /// The last words of a text that are a party, or something of the party ("Northfield's trainers"), or null where
    /// it ends otherwise.
    private static @Nullable String actorAtTheEndOf(String text, Parties parties) {
        var words = text.strip().split(" ");
        for (int n = 1; n <= Math.min(5, words.length); n++) {
            var tail = String.join(" ", Arrays.copyOfRange(words, words.length - n, words.length));
            if (VERBAL.matcher(tail).find()) {
                return null;
            }
            if (!(parties.subject(tail) instanceof Actor.Nobody)) {
                return PREPOSED.matcher(String.join(" ", Arrays.copyOfRange(words, 0, words.length - n)))
                                .matches()
                        ? null
                        : tail;
            }
        }
        return null;
    }

    private static void imperative(String sentence, List<Clause> clauses) {
        var words = WORD.matcher(sentence);
        if (!words.find() || words.start() > 3 || !Verbs.isBase(words.group())) {
            return;
        }
        var rest = sentence.substring(words.end()).stripLeading().toLowerCase(Locale.ROOT);
        boolean object = rest.matches(
                        "(?s)(?:and|or|,|/)?\\s*(?:a|an|the|all|any|each|every|this|these|those|its|their|our|your|new|existing|one|two|three|four|five|six|\\d+|up|to|with|for|on|at|in|from|that|such|other|additional|necessary|appropriate|as|out|off|over|by|both|required|monthly|weekly|daily|quarterly|regular|full|detailed|and maintain|\\p{L}+ing)\\b.*")
                || (rest.matches("(?s)(?:and|or|,|/) \\p{L}+ .*")
                        && Verbs.isBase(rest.replaceFirst("(?s)^(?:and|or|,|/) (\\p{L}+) .*", "$1")))
                || rest.matches("(?s)\\p{L}+s\\b.*")
                || (rest.matches("(?s)\\p{L}[\\p{L}/\\-]* .*") && sentence.split(" ").length >= 6);
        if (object
                && clauses.stream()
                        .noneMatch(clause ->
                                !clause.subordinate() && clause.mode() != Mode.PRESENT && clause.mode() != Mode.MAY)) {
            clauses.add(new Clause(
                    new Actor.Nobody(), Mode.IMPERATIVE, "", words.group().toLowerCase(Locale.ROOT), false, false, 0));
        }
    }

    private record Subject(String text, boolean subordinate) {}

    /// The words that a predicate is about: from the last break of the sentence on, without a leading circumstance.
    private static Subject subjectBefore(String sentence, int predicate) {
        var before = sentence.substring(0, predicate).strip();
        int semicolon = Math.max(before.lastIndexOf("; "), before.lastIndexOf(": "));
        var clause = semicolon >= 0 ? before.substring(semicolon + 2) : before;
        clause = clause.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip();
        clause = AGREED_THAT.matcher(clause).replaceFirst("");
        var relative = RELATIVE.matcher(clause);
        boolean isRelative = relative.matches()
                && relative.group("subject").split(" ").length <= 5
                && !relative.group("subject").isBlank();
        if (isRelative) {
            return new Subject(relative.group("subject"), true);
        }
        if (clause.matches(".*\\b(that|which|who)$")) {
            var head = clause.replaceFirst(",? (that|which|who)$", "");
            return new Subject(
                    head.substring(Math.max(0, head.lastIndexOf(", ") + 1)).strip(), true);
        }
        int comma = clause.lastIndexOf(", ");
        var tail = comma >= 0 ? clause.substring(comma + 2) : clause;
        var tailWords = tail.toLowerCase(Locale.ROOT).split(" ");
        boolean tailSubordinate = SUBORDINATORS.contains(tailWords[0]) && tailWords.length > 1;
        if (tailSubordinate) {
            return new Subject(tail.substring(tailWords[0].length() + 1), true);
        }
        var joined = tail.replaceFirst("^(?:and|but|or|then|so) ", "");
        int and = Math.max(joined.lastIndexOf(" and "), joined.lastIndexOf(" but "));
        if (and >= 0
                && joined.substring(and + 5).split(" ").length <= 6
                && joined.substring(0, and).matches(".*\\b(will|shall|must|is|are|may|\\p{L}+s) .*")) {
            joined = joined.substring(and + 5);
        }
        var inner = Pattern.compile(
                        ".*\\b(?:if|when|unless|until|once|after|before|should|because|so that|such that|provided that)\\s+(?<subject>[^,;]*)$")
                .matcher(joined);
        if (inner.matches()
                && inner.group("subject").split(" ").length <= 6
                && !inner.group("subject").isBlank()) {
            return new Subject(inner.group("subject"), true);
        }
        return new Subject(joined, false);
    }

    private static String firstVerb(String after) {
        var matcher = WORD.matcher(after);
        while (matcher.find()) {
            var word = matcher.group().toLowerCase(Locale.ROOT);
            if (!Set.of(
                                    "not", "also", "then", "only", "be", "to", "for", "that", "have", "all", "each",
                                    "both", "either")
                            .contains(word)
                    && !word.endsWith("ly")) {
                return word;
            }
        }
        return "";
    }
}
