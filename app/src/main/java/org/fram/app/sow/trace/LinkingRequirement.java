package org.fram.app.sow.trace;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Saying which obligations answer a requirement. It is a change of the register's row, with its history.
@Component
public class LinkingRequirement {

    private static final int MOST = 100;
    private static final String OBLIGATIONS = "obligations";

    private final Transactions transactions;
    private final Authority authority;
    private final Register requirements;

    LinkingRequirement(Transactions transactions, Authority authority, Register requirementsRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.requirements = requirementsRegister;
    }

    /// Names its obligations, unless somebody changed the requirement since.
    ///
    /// @param version of the requirement that was seen
    /// @param labels all of them; those that were there and are left out are no more
    public RowOutcome link(
            Actor.Person me, EngagementId engagement, UUID requirement, int version, List<String> labels) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var names = labels.stream()
                    .map(String::strip)
                    .filter(label -> !label.isEmpty())
                    .distinct()
                    .toList();
            if (names.size() > MOST) {
                return new RowOutcome.Refused(Map.of(OBLIGATIONS, Text.of("register.refused.many", MOST)));
            }
            return requirements
                    .acts()
                    .change(
                            requirements,
                            me,
                            engagement,
                            requirement,
                            new Seen.Version(version),
                            Map.of(OBLIGATIONS, names));
        });
    }
}
