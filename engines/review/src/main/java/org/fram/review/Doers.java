package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.review.PhraseScan.Mention;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Obligation;

/// Work that one statement gives to one party and another statement to another: a section that has the vendor run the
/// acceptance test, a matrix in which the customer does.
///
/// Only whole pieces of work count ("user acceptance test"), not what belongs to them (its scripts, its environment).
/// Whoever the matrix calls responsible may do the work; being consulted is not doing it.
final class Doers {

    private static final Set<String> WHOLE = Set.copyOf(Subjects.work());
    private static final Pattern PART = Pattern.compile(
            "(?i)^[’']?s?\\s*(?:[\\w-]+ )?(?:cases?|scripts?|plans?|environments?|tenant|data|results?|reports?|materials?|guides?|rooms?|calendar|schedule|lead|manager|team|users?|accounts?|numbers?|tools?|systems?|defects?|support|participants?|staff|costs?|days?|dates?|orders?|design|needs|requirements|runbook|checklist|window|approach|strategy|criteria|desk|steps?|status|log)\\b.*");
    private static final Pattern SHARED =
            Pattern.compile("(?is).*\\b(?:jointly|together|assist\\w*|support\\w*|help\\w*|own|side|with)\\b.*");
    private static final Pattern ARTICLES =
            Pattern.compile("(?i)\\s*(?:(?:the|all|any|a|an|each|full|formal|complete|end[- ]to[- ]end)\\s+){0,2}");
    private static final Pattern PASSIVE =
            Pattern.compile("(?i)\\s*(?:will be|is|are|shall be|is to be|are to be|must be)\\s*");

    private Doers() {}

    /// Who a statement has do a piece of work.
    private record Doing(Obligation obligation, String work, Set<String> qualifiers, String party) {}

    /// The contradictions between obligations, in their order, one for each piece of work.
    static List<Contradiction> of(List<Obligation> obligations) {
        var doings =
                obligations.stream().map(Doers::doing).flatMap(Optional::stream).toList();
        var found = new ArrayList<Contradiction>();
        var reported = new java.util.HashSet<String>();
        for (int i = 0; i < doings.size(); i++) {
            for (int j = i + 1; j < doings.size(); j++) {
                var a = doings.get(i);
                var b = doings.get(j);
                if (contradict(a, b) && reported.add(a.work() + a.qualifiers())) {
                    found.add(new Contradiction(
                            a.obligation().quote(),
                            b.obligation().quote(),
                            "who does the %s: %s against %s".formatted(a.work(), a.party(), b.party()),
                            a.obligation().place(),
                            b.obligation().place()));
                }
            }
        }
        return found;
    }

    private static boolean contradict(Doing a, Doing b) {
        return a.work().equals(b.work())
                && a.qualifiers().equals(b.qualifiers())
                && !a.party().equals(b.party())
                && !does(a.obligation(), b.party())
                && !does(b.obligation(), a.party());
    }

    private static boolean does(Obligation obligation, String party) {
        return party.equals(obligation.accountable())
                || obligation.responsible().contains(party)
                || obligation.raci().getOrDefault(party, "").matches(".*[AR].*");
    }

    private static Optional<Doing> doing(Obligation obligation) {
        var party = obligation.accountable();
        if (party == null) {
            return Optional.empty();
        }
        var quote = obligation.quote();
        boolean row = quote.contains(" | ");
        var text = row ? quote.substring(0, quote.indexOf(" | ")) : quote;
        return Subjects.in(text).stream()
                .filter(mention -> WHOLE.contains(mention.id()))
                .filter(mention -> row ? isAll(text, mention) : isDone(text, mention))
                .map(mention -> new Doing(
                        obligation,
                        mention.id(),
                        Subjects.qualifiersIn(text.substring(0, mention.start()) + " " + text.substring(mention.end())),
                        Objects.requireNonNull(party)))
                .findFirst();
    }

    /// Whether a row's label names the work and little else.
    private static boolean isAll(String label, Mention mention) {
        var rest = (label.substring(0, mention.start()) + " " + label.substring(mention.end())).strip();
        return (rest.isEmpty() || rest.split("\\s+").length <= 2)
                && !PART.matcher(label.substring(mention.end())).matches()
                && !rest.matches("(?i).*(?:\\b(?:and|approval|sign-?off|review|plan|support)\\b|[:,]).*");
    }

    /// Whether the sentence has its actor do the work: "runs the pilot", "the pilot is run by".
    private static boolean isDone(String sentence, Mention mention) {
        if (SHARED.matcher(sentence).matches()
                || PART.matcher(sentence.substring(mention.end())).matches()) {
            return false;
        }
        var verbs = Subjects.doing().matcher(sentence);
        while (verbs.find()) {
            boolean active = verbs.end() <= mention.start()
                    && ARTICLES.matcher(sentence.substring(verbs.end(), mention.start()))
                            .matches();
            boolean passive = mention.end() <= verbs.start()
                    && PASSIVE.matcher(sentence.substring(mention.end(), verbs.start()))
                            .matches()
                    && sentence.substring(verbs.end()).matches("(?is)\\s+by\\b.*");
            if (active || passive) {
                return true;
            }
        }
        return false;
    }
}
