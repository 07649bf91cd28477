package org.fram.app.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Row;
import org.fram.facts.Rhythm;
import org.jspecify.annotations.Nullable;

/// A measure with its target, as it stands in its register. Texts are empty where nothing is said.
///
/// @param ref its number
/// @param direction which way it gets better
/// @param target that is agreed
/// @param baseline what was measured before
/// @param unit of target and baseline, as `%` or `seconds`
/// @param terms what else belongs to the target: within how long, from when on
/// @param exclusions what is left out; “none” is a word, too
/// @param objectives the numbers of those that it serves
/// @param weight in percent
/// @param money what money depends on it
/// @param reports the numbers of those that show it
/// @param ours whether one's own party alone sees it
public record Kpi(
        UUID id,
        String ref,
        String name,
        @Nullable Direction direction,
        @Nullable BigDecimal target,
        @Nullable BigDecimal baseline,
        String unit,
        String terms,
        String formula,
        String dataSource,
        @Nullable Rhythm period,
        String owner,
        String exclusions,
        List<String> objectives,
        @Nullable BigDecimal weight,
        @Nullable MoneyOnIt money,
        List<String> reports,
        boolean ours) {

    public Kpi {
        objectives = List.copyOf(objectives);
        reports = List.copyOf(reports);
    }

    static Kpi of(Row row) {
        var direction = row.get("direction");
        var money = row.get("money");
        return new Kpi(
                row.id(),
                row.ref(),
                text(row, "text"),
                direction == null ? null : Code.of(Direction.class, direction.toString()),
                (BigDecimal) row.get("target"),
                (BigDecimal) row.get("baseline"),
                text(row, "unit"),
                text(row, "terms"),
                text(row, "formula"),
                text(row, "dataSource"),
                Codes.ofCell(Rhythm.class, row.get("period")),
                text(row, "owner"),
                text(row, "exclusions"),
                names(row.get("objectives")),
                (BigDecimal) row.get("weight"),
                money == null ? null : Code.of(MoneyOnIt.class, money.toString()),
                names(row.get("reports")),
                row.get("seenBy") != null);
    }

    /// The target as one says it, “80 % within 20 seconds”; empty where it is left open.
    public String targetInWords() {
        return (amount(target) + " " + terms).strip();
    }

    /// A figure with the unit of this KPI; empty where there is none.
    public String amount(@Nullable BigDecimal figure) {
        return figure == null ? "" : (figure.stripTrailingZeros().toPlainString() + " " + unit).strip();
    }

    static List<String> names(@Nullable Object value) {
        return value instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
