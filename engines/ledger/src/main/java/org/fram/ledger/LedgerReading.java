package org.fram.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fram.ledger.Verdict.Breach;
import org.fram.ledger.Verdict.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One reading of a ledger, from its first line to its last.
final class LedgerReading {

    private static final Set<String> PARTS = Set.of("details", "entry", "hash");
    private static final Set<String> FIELDS = Set.of("engagement", "number", "previous", "seal", "time");

    private final @Nullable String wanted;
    private final List<Breach> breaches = new ArrayList<>();
    private long line;
    private long entries;
    private long closed;
    private long highest;
    private String head = "";
    private @Nullable String engagement;
    private @Nullable Long headAt;
    private boolean lost;

    /// @param wanted the hash that some entry must have, or null
    LedgerReading(@Nullable String wanted) {
        this.wanted = wanted;
    }

    Verdict read(BufferedReader lines) throws IOException {
        for (String text = next(lines); text != null; text = next(lines)) {
            line++;
            look(text);
        }
        return verdict();
    }

    /// The next line, cut where it is too long, or null at the end.
    private static @Nullable String next(BufferedReader lines) throws IOException {
        var text = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (text.length() <= LedgerFile.LONGEST_LINE) {
                text.append((char) character);
            }
            character = lines.read();
        }
        return text.toString();
    }

    private void look(String text) {
        if (text.length() > LedgerFile.LONGEST_LINE) {
            unreadable("is longer than %,d characters".formatted(LedgerFile.LONGEST_LINE));
            return;
        }
        try {
            look(Json.read(text));
        } catch (JacksonException no) {
            unreadable("is no JSON: " + no.getOriginalMessage());
        }
    }

    private void look(JsonNode json) {
        var entry = json.path("entry");
        String problem = problem(json, entry);
        if (problem != null) {
            unreadable(problem);
            return;
        }
        entries++;
        String hash = json.path("hash").stringValue();
        long number = entry.path("number").longValue();
        if (engagement == null) {
            engagement = entry.path("engagement").stringValue();
        } else if (!engagement.equals(entry.path("engagement").stringValue())) {
            breach(Kind.FOREIGN, "entry %d belongs to another engagement".formatted(number));
        }
        if (!Json.sha256(Json.canonical(entry)).equals(hash)) {
            breach(Kind.CHANGED, "entry %d was changed: it does not have its hash".formatted(number));
        }
        var details = json.get("details");
        if (details == null) {
            closed++;
        } else if (!Json.sha256(Json.canonical(details))
                .equals(entry.path("seal").stringValue())) {
            breach(Kind.DETAILS_CHANGED, "the details of entry %d were changed".formatted(number));
        }
        place(number, hash, entry.path("previous").stringValue());
        if (hash.equals(wanted)) {
            headAt = line;
        }
    }

    /// Holds an entry's place against the entries before it.
    private void place(long number, String hash, String previous) {
        if (number <= highest) {
            breach(
                    Kind.OUT_OF_ORDER,
                    "entry %d stands after entry %d: it was moved, or put in".formatted(number, highest));
            return;
        }
        if (number > highest + 1 && !lost) {
            breach(
                    Kind.MISSING,
                    number == highest + 2
                            ? "entry %d is missing before it".formatted(highest + 1)
                            : "entries %d to %d are missing before it".formatted(highest + 1, number - 1));
        } else if (!lost && !previous.equals(highest == 0 ? Entry.GENESIS : head)) {
            breach(
                    Kind.UNCHAINED,
                    "entry %d does not hold the hash of the entry before: that one was changed and hashed anew"
                            .formatted(number));
        }
        lost = false;
        highest = number;
        head = hash;
    }

    private @Nullable String problem(JsonNode json, JsonNode entry) {
        if (!json.isObject() || !entry.isObject()) {
            return "is no entry of a ledger";
        }
        var unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(PARTS);
        if (!unknown.isEmpty()) {
            return "has parts that no entry has: " + String.join(", ", unknown);
        }
        if (!Set.copyOf(entry.propertyNames()).equals(FIELDS)) {
            return "has other fields than an entry: " + String.join(", ", new TreeSet<>(entry.propertyNames()));
        }
        if (!entry.path("number").isIntegralNumber()
                || !entry.path("number").canConvertToLong()
                || entry.path("number").longValue() < 1) {
            return "has no number from 1 on";
        }
        boolean texts = json.path("hash").isString()
                && FIELDS.stream()
                        .filter(field -> !field.equals("number"))
                        .allMatch(field -> entry.path(field).isString());
        return texts ? null : "has a field that is no text";
    }

    private void unreadable(String why) {
        breach(Kind.UNREADABLE, why);
        // Which entry it was nobody knows, so the next is not asked what it follows.
        lost = true;
    }

    private void breach(Kind kind, String says) {
        if (breaches.size() < LedgerFile.MOST_BREACHES) {
            breaches.add(new Breach(line, kind, says));
        }
    }

    private Verdict verdict() {
        if (wanted != null && headAt == null) {
            line++;
            breach(
                    Kind.HEADLESS,
                    "no entry has the head %s: the tail was cut off, or all was hashed anew".formatted(wanted));
        }
        return new Verdict(entries, closed, head, headAt, List.copyOf(breaches));
    }
}
