package org.fram.app.change.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fram.app.change.ChangeOrder;
import org.fram.app.change.Impact;
import org.fram.app.change.ProposedChange;
import org.fram.app.change.WeighingChange;
import org.jspecify.annotations.Nullable;

/// A change, how far it is, and what it does. Its other columns are those of the register `changes`.
record ChangeJson(
        String ref,

        String text,

        @JsonPropertyDescription("`proposed`, `agreed`, `refused` or `in-scope`.")
        String state,

        @JsonPropertyDescription("The digest of its terms, which whoever agrees names.")
        String terms,

        @JsonPropertyDescription("The versions between which it lies; absent where it comes with none.") @Nullable
        WordingJson wording,

        @JsonPropertyDescription("The parties that have to agree.")
        List<UUID> parties,

        @JsonPropertyDescription("Those that do.") List<UUID> agreed,

        @JsonPropertyDescription("Change orders, the earliest first.")
        List<ChangeOrderJson> orders,

        @JsonPropertyDescription("What it does to the statement of work, computed from its versions.")
        List<DifferenceJson> impact) {

    /// A change order.
    record ChangeOrderJson(
            @JsonPropertyDescription("As people call it.") String name,

            @JsonPropertyDescription("`open`, `signed`, `refused`, `withdrawn` or `expired`.")
            String state) {}

    /// A difference.
    record DifferenceJson(
            @JsonPropertyDescription("`price`, `dates`, `people`, `obligations`, `tests`, `kpis` or `assumptions`.")
            String about,

            @JsonPropertyDescription("`added`, `changed` or `dropped`.")
            String kind,

            @JsonPropertyDescription("In the words of the newer version where it has some; empty for the total.")
            String text,

            @JsonPropertyDescription("As it was, or empty.") String before,

            @JsonPropertyDescription("As it is, or empty.") String after) {}

    static ChangeJson of(ProposedChange change, WeighingChange.Standing standing, Instant now) {
        var wording = change.wording();
        return new ChangeJson(
                change.ref(),
                change.text(),
                change.state().code(),
                change.terms(),
                wording == null ? null : new WordingJson(wording.sow().value(), wording.from(), wording.to()),
                standing.parties().stream().map(party -> party.value()).toList(),
                standing.agreed().stream().map(party -> party.value()).toList(),
                standing.orders().stream()
                        .map(order -> new ChangeOrderJson(order.name(), state(order, now)))
                        .toList(),
                impact(standing.impact()));
    }

    private static String state(ChangeOrder order, Instant now) {
        return order.request().state(now).name().toLowerCase(Locale.ROOT);
    }

    private static List<DifferenceJson> impact(@Nullable Impact impact) {
        var lines = new ArrayList<DifferenceJson>();
        if (impact != null) {
            for (var about : Impact.About.values()) {
                impact.about(about)
                        .forEach(line -> lines.add(new DifferenceJson(
                                about.code(), line.kind().code(), line.text(), line.before(), line.after())));
            }
        }
        return lines;
    }
}
