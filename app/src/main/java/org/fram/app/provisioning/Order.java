package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;

/// Something that is ordered or to be, from whichever register.
///
/// @param register name of the one that keeps it
public record Order(String register, Row row, OrderKind kind, OrderBy by, LeadTime leadTime) {

    static final String PORTS = "number-ports";
    static final String LICENCES = "licences";
    static final String HARDWARE = "hardware";

    static Order of(String register, Row row, LocalDate today) {
        var kind = kind(register, row);
        var leadTime = leadTime(row, kind);
        var known = new OrderBy.Known(
                day(row, "need"),
                leadTime,
                day(row, "ordered"),
                promised(row),
                day(row, "confirmed") != null || day(row, "foc") != null,
                day(row, "delivered"));
        return new Order(register, row, kind, OrderBy.of(known, today), leadTime);
    }

    /// As people call it.
    public String name() {
        return word("text").orElse("");
    }

    /// What a column says; empty where it says nothing.
    public Optional<String> word(String column) {
        return Optional.ofNullable(row.get(column)).map(Object::toString);
    }

    /// The day in a column; empty where there is none.
    public Optional<LocalDate> day(String column) {
        return Optional.ofNullable(day(row, column));
    }

    /// The day that the supplier names, its firm order commitment before all others; empty where it named none.
    public Optional<LocalDate> promised() {
        return Optional.ofNullable(promised(row));
    }

    /// How often the supplier's date moved; empty where nobody counted.
    public OptionalInt slips() {
        return row.get("slips") instanceof BigDecimal slips ? OptionalInt.of(slips.intValue()) : OptionalInt.empty();
    }

    /// The supplier who delivers it; of a number port the carrier to which it goes. Empty where nobody has said.
    public Optional<String> supplier() {
        return word(kind == OrderKind.NUMBER_PORT ? "winning" : "supplier");
    }

    /// Whether a column says yes.
    public boolean says(String column) {
        return Boolean.TRUE.equals(row.get(column));
    }

    /// Whether it is something to be ordered at all: licences may be there from the beginning.
    boolean isOrder() {
        return kind != OrderKind.LICENCE
                || row.get("need") != null
                || row.get("ordered") != null
                || row.get("supplierDate") != null;
    }

    private static OrderKind kind(String register, Row row) {
        return switch (register) {
            case HARDWARE -> OrderKind.HARDWARE;
            case PORTS -> OrderKind.NUMBER_PORT;
            case LICENCES -> OrderKind.LICENCE;
            default -> Code.of(OrderKind.class, String.valueOf(row.get("kind")));
        };
    }

    /// What somebody gave for it; where they gave one figure, there is no spread.
    private static LeadTime leadTime(Row row, OrderKind kind) {
        if (!(row.get("leadTime") instanceof BigDecimal likely)) {
            return LeadTimes.library().of(kind);
        }
        int days = likely.intValue();
        int high = row.get("leadHigh") instanceof BigDecimal worst ? worst.intValue() : days;
        var unit = row.get("leadDays") instanceof String code ? Code.of(LeadDays.class, code) : LeadDays.CALENDAR;
        return new LeadTime(days, days, high, unit, true);
    }

    static @Nullable LocalDate promised(Row row) {
        var firm = day(row, "foc");
        return firm == null ? day(row, "supplierDate") : firm;
    }

    private static @Nullable LocalDate day(Row row, String column) {
        return row.get(column) instanceof LocalDate day ? day : null;
    }
}
