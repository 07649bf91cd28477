package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The numbers of clauses, counted from their order: `1`, `1.1`, `1.2`, `2`. Where a document counted otherwise when it
/// was read, it goes on from there: after 3, 4 follows. What is numbered otherwise (`A.1`, `IV`) is not counted and
/// keeps what it has.
final class Numbers {

    private static final Pattern COUNTED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){0,8}");

    private final Map<ClauseId, String> byClause = new HashMap<>();
    private final Map<String, ClauseId> byNumber = new HashMap<>();

    private Numbers() {}

    /// Counts those that are not taken out.
    static Numbers of(List<Clause> clauses) {
        var numbers = new Numbers();
        var counters = new ArrayList<Integer>();
        for (var clause : clauses) {
            if (clause.removed() || clause.depth() == 0) {
                continue;
            }
            numbers.put(clause.id(), next(counters, clause));
        }
        return numbers;
    }

    /// The numbers as they were read, whatever the order says.
    static Numbers asRead(List<Clause> clauses) {
        var numbers = new Numbers();
        clauses.stream()
                .filter(clause -> clause.depth() > 0)
                .forEach(clause -> numbers.put(clause.id(), clause.marker()));
        return numbers;
    }

    /// How many parts a number has that is counted; 0 where it is not.
    static int depth(String number) {
        return COUNTED.matcher(number).matches() ? number.split("\\.").length : 0;
    }

    /// That of a clause, or null where it has none that is counted or is taken out.
    @Nullable
    String of(ClauseId clause) {
        return byClause.get(clause);
    }

    /// The clause that has a number, or null.
    @Nullable
    ClauseId clause(String number) {
        return byNumber.get(number);
    }

    /// What is printed before a clause: its number, or its marker.
    String printed(Clause clause) {
        return clause.depth() == 0 ? clause.marker() : Objects.requireNonNullElse(of(clause.id()), clause.marker());
    }

    private void put(ClauseId clause, String number) {
        byClause.put(clause, number);
        byNumber.putIfAbsent(number, clause);
    }

    /// The same clauses; where the number that one was read with does not follow from those before, it begins anew.
    static List<Clause> counting(List<Clause> clauses) {
        var counters = new ArrayList<Integer>();
        return clauses.stream()
                .map(clause -> {
                    if (clause.depth() == 0) {
                        return clause;
                    }
                    var before = new ArrayList<>(counters);
                    if (next(counters, clause).equals(clause.marker())) {
                        return clause;
                    }
                    var beginning = clause.beginning();
                    counters.clear();
                    counters.addAll(before);
                    next(counters, beginning);
                    return beginning;
                })
                .toList();
    }

    private static String next(List<Integer> counters, Clause clause) {
        int depth = clause.depth();
        while (counters.size() > depth) {
            counters.removeLast();
        }
        if (clause.begins() && depth(clause.marker()) == depth) {
            counters.clear();
            Arrays.stream(clause.marker().split("\\.")).map(Integer::valueOf).forEach(counters::add);
        } else if (counters.size() == depth) {
            counters.set(depth - 1, counters.getLast() + 1);
        } else {
            while (counters.size() < depth) {
                counters.add(1);
            }
        }
        return counters.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
