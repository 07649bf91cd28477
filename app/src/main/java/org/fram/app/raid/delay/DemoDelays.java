package org.fram.app.raid.delay;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The demonstration’s delays: a carrier that is still waited for, and two that the customer caused.
@Component
class DemoDelays implements DemoPart {

    private final Register register;
    private final InstantSource clock;

    DemoDelays(Register delaysRegister, InstantSource clock) {
        this.register = delaysRegister;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public void add(Demo demo) {
        demo.add(register, demo.customer(), delays());
    }

    private List<Map<String, @Nullable Object>> delays() {
        return List.of(
                row(
                        "text",
                        "The carrier’s date for the circuit of the Capital office",
                        "party",
                        "National carrier",
                        "began",
                        inDays(-38),
                        "cause",
                        "The order was entered for the wrong address and had to be placed again.",
                        "days",
                        new BigDecimal("9"),
                        "evidence",
                        "The order’s confirmation, and two letters."),
                row(
                        "text",
                        "Access to the benefits system for the interface tests",
                        "party",
                        "Customer",
                        "began",
                        inDays(-55),
                        "ended",
                        inDays(-41),
                        "cause",
                        "The test accounts had to be approved by data protection.",
                        "money",
                        new Money.Sum(new BigDecimal("5400"), Currency.getInstance("EUR")),
                        "evidence",
                        "Request and release in the minutes."),
                row(
                        "text",
                        "Texts of the announcements in two languages",
                        "party",
                        "Customer",
                        "began",
                        inDays(-12),
                        "ended",
                        inDays(-6),
                        "cause",
                        "The department had not released them."));
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private static Map<String, @Nullable Object> row(Object... keysAndValues) {
        var row = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }
}
