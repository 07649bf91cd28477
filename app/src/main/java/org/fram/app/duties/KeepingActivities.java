package org.fram.app.duties;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.FurtherActs;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping the rows of the table, the ordinary way but for one thing: who changes what was confirmed
/// makes a proposal of it again.
@Component
class KeepingActivities extends FurtherActs {

    private static final String CONFIRMED = "confirmed";

    /// What people confirm.
    private static final Set<String> SAID =
            Set.of("text", "area", "divided", "accountable", "responsible", "consulted", "informed");

    KeepingActivities(KeepingRows keeping) {
        super(keeping);
    }

    @Override
    public RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID row,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        var all = new LinkedHashMap<String, @Nullable Object>(wanted);
        if (!wanted.containsKey(CONFIRMED) && wanted.keySet().stream().anyMatch(SAID::contains)) {
            all.put(CONFIRMED, null);
        }
        return super.change(register, me, engagement, row, seen, all);
    }
}
