package org.fram.app.sow.clauses;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Positions of clauses between those of others.
final class Positions {

    private Positions() {}

    /// So many behind a clause and before what follows it; none where there is no room.
    ///
    /// @param all in their order, with those that were taken out
    /// @param after null for the beginning
    static List<Long> between(List<Clause> all, @Nullable Clause after, int many) {
        long low = after == null ? 0 : after.position();
        long high = all.stream()
                .mapToLong(Clause::position)
                .filter(position -> position > low)
                .min()
                .orElse(low + Clauses.STEP * (many + 1));
        long step = (high - low) / (many + 1);
        return step == 0
                ? List.of()
                : LongStream.rangeClosed(1, many).mapToObj(i -> low + step * i).toList();
    }

    /// The same clauses in the same order with room between them.
    static List<Clause> spread(List<Clause> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).at((i + 1) * Clauses.STEP))
                .toList();
    }
}
