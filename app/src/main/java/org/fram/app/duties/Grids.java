package org.fram.app.duties;

import java.util.Comparator;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// The tables of responsibilities, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Grids {

    private final Rows rows;
    private final Register register;
    private final Participants participants;

    Grids(Rows rows, Register responsibilitiesRegister, Participants participants) {
        this.rows = rows;
        this.register = responsibilitiesRegister;
        this.participants = participants;
    }

    /// The table of an engagement.
    public Grid of(EngagementId engagement) {
        return new Grid(
                participants.of(engagement),
                rows.all(register, engagement, Query.ALL).stream()
                        .map(Activity::of)
                        .sorted(Comparator.comparing(Activity::area))
                        .toList());
    }
}
