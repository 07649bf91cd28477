package org.fram.review;

import java.util.LinkedHashSet;
import java.util.Set;
import org.fram.facts.Side;
import org.fram.review.Review.Party;
import org.jspecify.annotations.Nullable;

/// A party while it is being found: its names and side may still change.
final class Organisation {

    private String name;
    private final Set<String> aliases = new LinkedHashSet<>();
    private @Nullable Side side;

    Organisation(String name, Set<String> aliases, @Nullable Side side) {
        this.name = name;
        this.aliases.add(name);
        this.aliases.addAll(aliases);
        this.side = side;
    }

    String name() {
        return name;
    }

    /// All names that it goes by, its own first.
    Set<String> aliases() {
        return aliases;
    }

    @Nullable
    Side side() {
        return side;
    }

    void name(String longerName) {
        name = longerName;
    }

    void side(@Nullable Side found) {
        side = found;
    }

    boolean goesBy(String key) {
        return aliases.stream().anyMatch(alias -> PartyNames.key(alias).equals(key));
    }

    Party party() {
        return new Party(
                name, aliases.stream().filter(alias -> !alias.equals(name)).toList(), side == null ? Side.OTHER : side);
    }
}
