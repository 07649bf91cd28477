package org.fram.app.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.fram.app.sow.SowId;
import org.jspecify.annotations.Nullable;

/// A change of what was agreed, as somebody wants it.
///
/// @param row as the register has it
/// @param wording the versions between which it lies, or null
public record ProposedChange(Row row, @Nullable Wording wording) {

    /// The versions of a statement of work between which a change lies.
    public record Wording(SowId sow, int from, int to) {}

    public UUID id() {
        return row.id();
    }

    public String ref() {
        return row.ref();
    }

    public String text() {
        return words("text");
    }

    public ChangeState state() {
        return ChangeRegister.state(row.get("state"));
    }

    /// The words of a column, or empty.
    public String words(String column) {
        return Objects.toString(row.get(column), "");
    }

    /// What it adds to the price, or null.
    public Money.@Nullable Sum price() {
        return row.get("price") instanceof Money.Sum sum ? sum : null;
    }

    /// A number of the register, or null.
    public @Nullable BigDecimal number(String column) {
        return row.get(column) instanceof BigDecimal number ? number : null;
    }

    public @Nullable LocalDate decided() {
        return row.get("decided") instanceof LocalDate day ? day : null;
    }

    /// Labels of obligations in a column.
    public List<String> labels(String column) {
        return row.get(column) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// Whether a column says yes; null where it says nothing.
    public @Nullable Boolean says(String column) {
        return row.get(column) instanceof Boolean said ? said : null;
    }

    /// The digest of its terms, as 64 hexadecimal digits: who agrees, agrees to these.
    public String terms() {
        var terms = List.of(
                        "text", "obligations", "price", "days", "buyerHours", "vendorHours", "raci", "kpis", "tests")
                .stream()
                .map(column -> column + "=" + Objects.toString(row.get(column), ""))
                .collect(Collectors.joining("\n"));
        return Hashes.sha256(terms + "\n" + wording);
    }
}
