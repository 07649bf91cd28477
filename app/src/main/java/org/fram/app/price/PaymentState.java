package org.fram.app.price;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Row;

/// How it stands with a payment.
public enum PaymentState implements Code {
    PAID(Tone.GOOD),
    /// What it waits for was accepted.
    RELEASED(Tone.ACCENT),
    /// Its day has passed, and what it waits for was not accepted.
    LATE(Tone.WARN),
    /// It waits for acceptance.
    WAITING(Tone.CALM),
    /// It says of nothing that acceptance releases it.
    UNTIED(Tone.WARN);

    private final Tone tone;

    PaymentState(Tone tone) {
        this.tone = tone;
    }

    /// How good or bad that is.
    public Tone tone() {
        return tone;
    }

    static PaymentState of(Row row, LocalDate today) {
        if (row.get("paid") != null) {
            return PAID;
        }
        if (row.get("accepted") != null) {
            return RELEASED;
        }
        if (!tied(row)) {
            return UNTIED;
        }
        return row.get("due") instanceof LocalDate due && due.isBefore(today) ? LATE : WAITING;
    }

    /// Whether it says what has to be accepted.
    static boolean tied(Row row) {
        return row.get("criterion") != null
                || row.get("obligations") instanceof List<?> obligations && !obligations.isEmpty();
    }
}
