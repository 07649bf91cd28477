package org.fram.app.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Change;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The formulas that KPIs have had, as far as whoever asks may see them. Is asked within a transaction.
///
/// They are read from the changes of the register, which nobody can change: whoever computes a figure of
/// an earlier time finds by which formula, and who replaced it.
@Component
public class Formulas {

    private static final String FORMULA = "formula";

    private final Rows rows;
    private final Changes changes;
    private final Register kpis;

    Formulas(Rows rows, Changes changes, Register kpisRegister) {
        this.rows = rows;
        this.changes = changes;
        this.kpis = kpisRegister;
    }

    /// A formula.
    ///
    /// @param number from 1
    /// @param since from when on it was the formula; null where that was before whoever asks could see
    /// it
    /// @param by who wrote it, or null, as before
    public record Version(
            int number,
            String text,
            @Nullable Instant since,
            @Nullable PersonId by) {}

    /// A KPI with the formulas that it has had.
    ///
    /// @param versions the newest first; none where it never had any
    /// @param valid whether the newest is its formula today; otherwise it has none
    public record Of(Kpi kpi, List<Version> versions, boolean valid) {

        public Of {
            versions = List.copyOf(versions);
        }
    }

    /// Those of a KPI.
    ///
    /// @throws NotFoundException where there is no such KPI for whoever asks
    public Of of(EngagementId engagement, UUID id) {
        var kpi = Kpi.of(rows.find(kpis, engagement, id).orElseThrow(NotFoundException::new));
        var happened = changes.of(engagement, id, Integer.MAX_VALUE).reversed();
        return new Of(
                kpi,
                versions(kpi.formula(), happened).reversed(),
                !kpi.formula().isEmpty());
    }

    /// From what happened to a KPI, the oldest first.
    static List<Version> versions(String now, List<Change> happened) {
        var versions = new ArrayList<Version>();
        var first = happened.stream()
                .map(change -> change.cells().get(FORMULA))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Change.Cells::before)
                .orElse(now);
        if (!first.isEmpty()) {
            var added = happened.stream()
                    .filter(change -> change.kind() == Change.Kind.ADDED)
                    .findFirst();
            versions.add(new Version(
                    1,
                    first,
                    added.map(Change::time).orElse(null),
                    added.map(Change::person).orElse(null)));
        }
        for (var change : happened) {
            written(change.cells())
                    .ifPresent(text ->
                            versions.add(new Version(versions.size() + 1, text, change.time(), change.person())));
        }
        return versions;
    }

    private static Optional<String> written(Map<String, Change.Cells> cells) {
        return Optional.ofNullable(cells.get(FORMULA)).map(Change.Cells::after).filter(text -> !text.isEmpty());
    }
}
