package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.review.SectionReference;
import org.jspecify.annotations.Nullable;

/// What clauses say of each other. In the text of a clause that is kept, the number of another clause stands as that
/// clause's id between two characters that no document has; where it is shown, as the number that the clause has by
/// then.
final class References {

    /// What stands in place of the number of a clause that was taken out.
    static final String TAKEN_OUT = "[taken out]";

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final Pattern KEPT = Pattern.compile(BEGIN + "([0-9a-f-]{36})" + END);
    private static final Pattern OURS = Pattern.compile("[" + BEGIN + END + "]");

    private References() {}

    /// Keeps the numbers of clauses in a text as these clauses.
    ///
    /// @param text as it is read or written
    /// @param numbers what they mean in it
    static String kept(String text, Numbers numbers) {
        String clean = OURS.matcher(text).replaceAll("");
        var kept = new StringBuilder();
        int at = 0;
        for (var reference : SectionReference.in(clean)) {
            var clause = numbers.clause(reference.number());
            if (clause != null) {
                kept.append(clean, at, reference.start())
                        .append(BEGIN)
                        .append(clause)
                        .append(END);
                at = reference.end();
            }
        }
        return kept.append(clean.substring(at)).toString();
    }

    /// The same for a text that was shown and written anew: a reference to what was taken out stays one where it was
    /// left as it is.
    ///
    /// @param before the text as it was kept
    static String keptAnew(String text, String before, Numbers numbers) {
        var lost = targets(before).stream()
                .filter(target -> numbers.of(target) == null)
                .toList();
        String kept = kept(text, numbers);
        for (var target : lost) {
            kept = kept.replaceFirst(
                    Pattern.quote(TAKEN_OUT), Matcher.quoteReplacement(String.valueOf(BEGIN) + target + END));
        }
        return kept;
    }

    /// The text as it is read, with the numbers that clauses have now.
    static String shown(String kept, Numbers numbers) {
        return KEPT.matcher(kept).replaceAll(match -> {
            String number = numbers.of(ClauseId.of(match.group(1)));
            return Matcher.quoteReplacement(number == null ? TAKEN_OUT : number);
        });
    }

    /// The same with other ids.
    static String renamed(String kept, Function<ClauseId, ClauseId> names) {
        return KEPT.matcher(kept)
                .replaceAll(match -> Matcher.quoteReplacement(
                        String.valueOf(BEGIN) + names.apply(ClauseId.of(match.group(1))) + END));
    }

    /// The clauses that a text refers to, in its order.
    static List<ClauseId> targets(String kept) {
        return KEPT.matcher(kept)
                .results()
                .map(match -> new ClauseId(UUID.fromString(match.group(1))))
                .toList();
    }

    /// Numbered clauses that refer to each other in a circle, each circle once: whoever looks for what they say ends
    /// where they began.
    static List<List<ClauseId>> circles(List<Clause> clauses) {
        Map<ClauseId, Set<ClauseId>> edges = new HashMap<>();
        @Nullable ClauseId owner = null;
        for (var clause : clauses) {
            if (clause.removed()) {
                continue;
            }
            if (clause.depth() > 0) {
                owner = clause.id();
            }
            if (owner != null) {
                for (var words : clause.words()) {
                    for (var target : targets(words)) {
                        if (!target.equals(owner)) {
                            edges.computeIfAbsent(owner, _ -> new LinkedHashSet<>())
                                    .add(target);
                        }
                    }
                }
            }
        }
        return Circles.of(edges);
    }

    /// Finds circles in a graph by walking it once: each that closes at a node on the way is one.
    private static final class Circles {

        private final Map<ClauseId, Set<ClauseId>> edges;
        private final Set<ClauseId> done = new LinkedHashSet<>();
        private final List<ClauseId> way = new ArrayList<>();
        private final List<List<ClauseId>> found = new ArrayList<>();

        private Circles(Map<ClauseId, Set<ClauseId>> edges) {
            this.edges = edges;
        }

        static List<List<ClauseId>> of(Map<ClauseId, Set<ClauseId>> edges) {
            var circles = new Circles(edges);
            edges.keySet().forEach(circles::walk);
            return circles.found;
        }

        /// As deep as the longest chain of references, which the number of clauses bounds.
        private void walk(ClauseId node) {
            var iterators = new ArrayList<Iterator<ClauseId>>();
            if (done.contains(node)) {
                return;
            }
            enter(node, iterators);
            while (!iterators.isEmpty()) {
                var next = iterators.getLast();
                if (!next.hasNext()) {
                    iterators.removeLast();
                    done.add(way.removeLast());
                    continue;
                }
                var target = next.next();
                int at = way.indexOf(target);
                if (at >= 0) {
                    found.add(List.copyOf(way.subList(at, way.size())));
                } else if (!done.contains(target)) {
                    enter(target, iterators);
                }
            }
        }

        private void enter(ClauseId node, List<Iterator<ClauseId>> iterators) {
            way.add(node);
            iterators.add(edges.getOrDefault(node, Set.of()).iterator());
        }
    }
}
