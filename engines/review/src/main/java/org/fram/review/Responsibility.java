package org.fram.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a row of a responsibility table says: the letters by party, who is accountable, who does the work.
///
/// Words stand for letters ("Approve" for A, "Lead" for R and A where nobody approves, "Support" for C).
record Responsibility(Map<String, String> raci, @Nullable String accountable, List<String> responsible) {

    /// Who approves is accountable where nobody leads, and consulted where somebody does.
    private static final String APPROVES = "A?";

    static Responsibility of(Statement statement, Parties parties) {
        var row = statement.row();
        var letters = new LinkedHashMap<String, String>();
        if (row == null) {
            return new Responsibility(Map.of(), null, List.of());
        }
        for (int c = 0; c < row.cells().size() && c < row.headers().size(); c++) {
            var party = parties.heading(row.headers().get(c));
            var letter = lettersOf(row.cells().get(c));
            if (party != null && !letter.isEmpty()) {
                letters.merge(party, letter, (a, b) -> a.equals(b) ? a : a + "/" + b);
            }
        }
        boolean answered =
                letters.values().stream().anyMatch(letter -> letter.contains("A") && !letter.equals(APPROVES));
        letters.replaceAll((_, letter) -> letter.equals(APPROVES) ? answered ? "C" : "A" : letter);
        var accountable = letters.entrySet().stream()
                .filter(e -> e.getValue().contains("A"))
                .map(Map.Entry::getKey)
                .toList();
        var responsible = letters.entrySet().stream()
                .filter(e -> e.getValue().contains("R"))
                .map(Map.Entry::getKey)
                .toList();
        var who = accountable.size() == 1
                ? accountable.getFirst()
                : accountable.isEmpty() && responsible.size() == 1 ? responsible.getFirst() : null;
        return new Responsibility(java.util.Collections.unmodifiableMap(letters), who, responsible);
    }

    /// The parties in a row's column of owners, the first of a cell as who answers for it; empty where it is open.
    static List<String> owners(Statement statement, Parties parties) {
        var row = statement.row();
        if (row == null) {
            return List.of();
        }
        for (int c = 0; c < row.headers().size() && c < row.cells().size(); c++) {
            if (ColumnRole.of(row.headers().get(c)) != ColumnRole.OWNER) {
                continue;
            }
            var cell = row.cells().get(c);
            var first = cell.split("[;(]", 2)[0];
            var mentioned = new LinkedHashSet<String>();
            for (var part : first.split("\\s*(?:[+/&,]|\\band\\b)\\s*")) {
                if (parties.subject(part) instanceof Parties.Actor.Named named) {
                    mentioned.add(named.party());
                }
            }
            if (!mentioned.isEmpty()) {
                return List.copyOf(mentioned);
            }
        }
        for (var cell :
                row.cells().subList(Math.min(1, row.cells().size()), row.cells().size())) {
            var named = parties.exactly(cell);
            if (named != null) {
                return List.of(named);
            }
        }
        return List.of();
    }

    private static String lettersOf(String cell) {
        var text = cell.strip();
        if (text.matches("(?i)[raci](\\s*[/,+& ]\\s*[raci])*")) {
            var letters = new ArrayList<String>();
            for (var letter : text.toUpperCase(Locale.ROOT).split("[^RACI]+")) {
                letters.addAll(
                        letter.chars().mapToObj(ch -> String.valueOf((char) ch)).toList());
            }
            return String.join("/", letters);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "accountable", "own", "owns", "owner" -> "A";
            case "lead", "leads" -> "A/R";
            case "approve", "approves", "decide", "decides", "sign", "signs" -> APPROVES;
            case "responsible", "perform", "performs", "primary", "p", "x", "✓", "do", "does" -> "R";
            case "consulted",
                    "consult",
                    "support",
                    "supports",
                    "assist",
                    "assists",
                    "secondary",
                    "s",
                    "review",
                    "reviews" -> "C";
            case "informed", "inform" -> "I";
            default -> "";
        };
    }
}
