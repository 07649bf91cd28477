package org.fram.app.duties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.fram.facts.ActivityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping the table of responsibilities: putting letters into cells, and confirming rows. What one
/// form says is one act, and is taken back as one.
@Component
public class KeepingGrid {

    private final Transactions transactions;
    private final Authority authority;
    private final Grids grids;
    private final Register register;

    KeepingGrid(Transactions transactions, Authority authority, Grids grids, Register responsibilitiesRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.grids = grids;
        this.register = responsibilitiesRegister;
    }

    /// A row as a form has it.
    ///
    /// @param version that the form showed
    /// @param seen the letters that the form showed, by the keys of columns
    /// @param wanted the letters that are to be, by the keys of columns; the others stay
    /// @param confirm whether it is confirmed as it then is
    public record Wish(UUID row, int version, Map<String, Letters> seen, Map<String, Letters> wanted, boolean confirm) {

        public Wish {
            seen = Map.copyOf(seen);
            wanted = Map.copyOf(wanted);
        }
    }

    /// What came of it.
    ///
    /// @param changed rows that have other letters now
    /// @param confirmed rows that people stand by now
    /// @param problems what was not done, and why
    /// @param overtaken whether somebody else was first with something
    public record Outcome(int changed, int confirmed, List<Problem> problems, boolean overtaken) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /// Something that was not done.
    ///
    /// @param ref the number of the row, or empty
    public record Problem(String ref, Text reason) {}

    /// Keeps what a form says. Cells that somebody else changed since stay as they are, and are told;
    /// all others are kept.
    public Outcome keep(Actor.Person me, EngagementId engagement, List<Wish> wishes) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var work = new Work(me, engagement, grids.of(engagement));
            wishes.forEach(work::keep);
            return work.outcome();
        });
    }

    /// Adds a row without letters.
    public Outcome add(Actor.Person me, EngagementId engagement, ActivityArea area, String text) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            if (text.isBlank()) {
                return new Outcome(0, 0, List.of(new Problem("", Text.of("duties.refused.noText"))), false);
            }
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("area", Codes.of(area));
            values.put("text", text.strip());
            return switch (register.acts().add(register, me, engagement, values)) {
                case RowOutcome.Refused(var reasons) ->
                    new Outcome(
                            0,
                            0,
                            reasons.values().stream()
                                    .map(reason -> new Problem("", reason))
                                    .toList(),
                            false);
                case RowOutcome.Done _, RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                    new Outcome(1, 0, List.of(), false);
            };
        });
    }

    /// One form on its way into the table.
    private final class Work {

        private final Actor.Person me;
        private final EngagementId engagement;
        private final Grid grid;
        private final List<Problem> problems = new ArrayList<>();
        private int changed;
        private int confirmed;
        private boolean overtaken;

        private Work(Actor.Person me, EngagementId engagement, Grid grid) {
            this.me = me;
            this.engagement = engagement;
            this.grid = grid;
        }

        private Outcome outcome() {
            return new Outcome(changed, confirmed, problems, overtaken);
        }

        private void keep(Wish wish) {
            var found = grid.row(wish.row());
            if (found.isEmpty()) {
                overtaken("", Text.of("duties.overtaken.gone"));
                return;
            }
            var row = found.get();
            var letters = letters(row, wish);
            var now = letters.isEmpty() ? row : store(row, row.with(letters));
            if (now == null) {
                return;
            }
            if (!letters.isEmpty()) {
                changed++;
            }
            if (wish.confirm() && !now.confirmed()) {
                confirm(row, now, wish);
            }
        }

        /// The letters that are new, by the names of columns.
        private Map<String, Letters> letters(Activity row, Wish wish) {
            var letters = new LinkedHashMap<String, Letters>();
            wish.wanted().forEach((key, wanted) -> {
                var column = grid.column(key).orElse(null);
                var seen = wish.seen().getOrDefault(key, Letters.NONE);
                if (wanted == seen) {
                    return;
                }
                if (column == null) {
                    overtaken(row.ref(), Text.of("duties.overtaken.column"));
                    return;
                }
                var there = row.letters(column.name());
                if (there == wanted) {
                    return;
                }
                if (there == seen) {
                    letters.put(column.name(), wanted);
                } else {
                    overtaken(
                            row.ref(),
                            Text.of(
                                    there == Letters.NONE ? "duties.overtaken.emptied" : "duties.overtaken.cell",
                                    column.name(),
                                    there.text()));
                }
            });
            return letters;
        }

        private void confirm(Activity before, Activity now, Wish wish) {
            // What somebody has not seen they cannot stand by.
            if (before.version() != wish.version()) {
                overtaken(now.ref(), Text.of("duties.overtaken.row"));
                return;
            }
            var flaws = grid.flaws(now);
            if (!flaws.isEmpty()) {
                problems.add(new Problem(now.ref(), flaws.getFirst()));
                return;
            }
            var wanted = new LinkedHashMap<String, @Nullable Object>();
            wanted.put("confirmed", true);
            if (store(now, wanted) != null) {
                confirmed++;
            }
        }

        private @Nullable Activity store(Activity row, Map<String, @Nullable Object> wanted) {
            var seen = new Seen.Version(row.version());
            return switch (register.acts().change(register, me, engagement, row.id(), seen, wanted)) {
                case RowOutcome.Done(var stored) -> Activity.of(stored);
                case RowOutcome.Refused(var reasons) -> {
                    problems.add(
                            new Problem(row.ref(), reasons.values().iterator().next()));
                    yield null;
                }
                case RowOutcome.Overtaken _, RowOutcome.Gone _ -> {
                    overtaken(row.ref(), Text.of("duties.overtaken.row"));
                    yield null;
                }
            };
        }

        private void overtaken(String ref, Text what) {
            overtaken = true;
            problems.add(new Problem(ref, what));
        }
    }
}
