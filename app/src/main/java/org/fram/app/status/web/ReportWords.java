package org.fram.app.status.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Currency;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Money;
import org.fram.app.status.StatusReport.Figure;
import org.jspecify.annotations.Nullable;

/// Figures of reports and their changes, as the reader’s language writes them.
final class ReportWords {

    private ReportWords() {}

    static String value(Frame frame, Figure figure) {
        return switch (figure.unit()) {
            case COUNT -> number(frame, figure.number());
            case PERCENT -> frame.text("status.unit.percent", number(frame, figure.number()));
            case DAYS -> frame.text("status.unit.days", figure.number());
            case DAY -> frame.date(LocalDate.ofEpochDay(figure.number().longValue()));
            case MONEY -> money(frame, figure.number(), figure.currency());
        };
    }

    /// With its sign, as `+4 points` or `8 days later`.
    static String change(Frame frame, Figure figure, BigDecimal change) {
        var size = change.abs();
        String sign = change.signum() < 0 ? "−" : "+";
        return switch (figure.unit()) {
            case COUNT -> sign + number(frame, size);
            case PERCENT -> frame.text("status.change.points", sign + number(frame, size), size);
            case DAYS -> frame.text("status.change.days", sign + number(frame, size), size);
            case DAY -> frame.text(change.signum() < 0 ? "status.change.earlier" : "status.change.later", size);
            case MONEY -> sign + money(frame, size, figure.currency());
        };
    }

    static Tone tone(Figure figure, BigDecimal change) {
        return figure.better() == Better.NEITHER
                ? Tone.CALM
                : change.signum() > 0 == (figure.better() == Better.MORE) ? Tone.GOOD : Tone.BAD;
    }

    private static String money(Frame frame, BigDecimal amount, @Nullable String code) {
        return code == null ? "" : Money.shown(new Money.Sum(amount, Currency.getInstance(code)), frame);
    }

    private static String number(Frame frame, BigDecimal number) {
        return NumberFormat.getIntegerInstance(frame.texts().locale()).format(number);
    }
}
