package org.fram.app.raid.delay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// The delays of engagements, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Delays {

    private final Rows rows;
    private final Register register;

    Delays(Rows rows, Register delaysRegister) {
        this.rows = rows;
        this.register = delaysRegister;
    }

    /// Those of an engagement, what began first before the rest.
    public List<Delay> of(EngagementId engagement) {
        return rows.all(register, engagement, Query.ALL).stream()
                .map(Delay::of)
                .sorted(Comparator.comparing(Delay::began).thenComparing(Delay::ref))
                .toList();
    }

    /// Days on which a party was waited for, each counted once, whatever was waited for on it.
    public static long covered(List<Delay> delays, LocalDate today) {
        long sum = 0;
        LocalDate until = LocalDate.MIN;
        for (var delay :
                delays.stream().sorted(Comparator.comparing(Delay::began)).toList()) {
            var end = delay.ended() == null ? today : delay.ended();
            var from = delay.began().isAfter(until) ? delay.began() : until.plusDays(1);
            if (!end.isBefore(from)) {
                sum += ChronoUnit.DAYS.between(from, end) + 1;
                until = end;
            }
        }
        return sum;
    }
}
