package org.fram.app.platform.register;

import static fram.schema.register.Tables.MAPPING;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which columns the headers of foreign lists are: as somebody said before, or as their words suggest. Is
/// asked within a transaction.
@Component
class Headers {

    private static final int LONGEST = 200;

    private final DSLContext database;

    Headers(DSLContext database) {
        this.database = database;
    }

    /// A column for each header, or null where none is known; no column twice.
    List<@Nullable String> suggest(Frame frame, Register register, EngagementId engagement, List<String> headers) {
        var kept = kept(register, engagement);
        var taken = new HashSet<String>();
        var found = new @Nullable String[headers.size()];
        // What somebody said goes first, then equal words, then words in common.
        for (Certainty certainty : Certainty.values()) {
            for (int at = 0; at < found.length; at++) {
                String header = normal(headers.get(at));
                if (found[at] != null || header.isEmpty()) {
                    continue;
                }
                boolean said = kept.containsKey(header);
                Optional<String> column = switch (certainty) {
                    case SAID -> Optional.ofNullable(kept.get(header));
                    case EQUAL -> said ? Optional.empty() : find(register, frame, name -> name.equals(header), taken);
                    case ALIKE -> said ? Optional.empty() : find(register, frame, name -> alike(name, header), taken);
                };
                if (column.isPresent() && taken.add(column.get())) {
                    found[at] = column.get();
                }
            }
        }
        return Arrays.asList(found);
    }

    /// Remembers what somebody said.
    ///
    /// @param columns as many as headers; null where a header is left out
    void keep(Register register, EngagementId engagement, List<String> headers, List<@Nullable String> columns) {
        for (int at = 0; at < headers.size(); at++) {
            String header = normal(headers.get(at));
            if (!header.isEmpty()) {
                database.insertInto(MAPPING)
                        .set(MAPPING.ENGAGEMENT_ID, engagement.value())
                        .set(MAPPING.REGISTER, register.name())
                        .set(MAPPING.HEADER, header)
                        .set(MAPPING.COL, columns.get(at))
                        .onConflict(MAPPING.ENGAGEMENT_ID, MAPPING.REGISTER, MAPPING.HEADER)
                        .doUpdate()
                        .set(MAPPING.COL, columns.get(at))
                        .execute();
            }
        }
    }

    private enum Certainty {
        SAID,
        EQUAL,
        ALIKE
    }

    private Map<String, @Nullable String> kept(Register register, EngagementId engagement) {
        var kept = new HashMap<String, @Nullable String>();
        database.selectFrom(MAPPING)
                .where(MAPPING.ENGAGEMENT_ID.eq(engagement.value()))
                .and(MAPPING.REGISTER.eq(register.name()))
                .forEach(row -> kept.put(row.getHeader(), row.getCol()));
        return kept;
    }

    private static Optional<String> find(Register register, Frame frame, Predicate<String> fits, Set<String> taken) {
        return register.columns().stream()
                .filter(column -> !taken.contains(column.key()))
                .filter(column -> names(register, frame, column).anyMatch(fits))
                .map(Column::key)
                .findFirst();
    }

    /// What a column may be called: by its key, its title, and the other names in the texts.
    private static Stream<String> names(Register register, Frame frame, Column column) {
        return Stream.concat(
                        Stream.of(column.key(), RegisterPages.title(frame, register, column)),
                        Stream.of(frame.text(register.texts() + ".also." + column.key())
                                .split("\\|")))
                .map(Headers::normal)
                .filter(name -> !name.isEmpty());
    }

    /// Whether all words of one are words of the other.
    private static boolean alike(String name, String header) {
        var ofName = List.of(name.split(" "));
        var ofHeader = List.of(header.split(" "));
        return ofName.containsAll(ofHeader) || ofHeader.containsAll(ofName);
    }

    /// Letters and digits in lower case with single spaces between; words that are written together are told
    /// apart, and a number sign is the word.
    private static String normal(String header) {
        String words = header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[#№]", " number ")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        return words.substring(0, Math.min(LONGEST, words.length())).strip();
    }
}
