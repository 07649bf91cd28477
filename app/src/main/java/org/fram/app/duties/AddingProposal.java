package org.fram.app.duties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Beginning a table of responsibilities with what is usual. Rows come in as proposals, and those that
/// are there stay.
@Component
public class AddingProposal {

    private final Transactions transactions;
    private final Authority authority;
    private final Grids grids;
    private final Register register;

    AddingProposal(Transactions transactions, Authority authority, Grids grids, Register responsibilitiesRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.grids = grids;
        this.register = responsibilitiesRegister;
    }

    /// Adds what is usual where the technology runs there.
    ///
    /// @return how many rows are new
    public int add(Actor.Person me, EngagementId engagement, Sourcing sourcing) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var grid = grids.of(engagement);
            var known =
                    grid.rows().stream().map(row -> Activity.words(row.text())).collect(Collectors.toSet());
            var added = new ArrayList<Map<String, @Nullable Object>>();
            for (var one : Proposal.of(sourcing)) {
                if (known.add(Activity.words(one.text()))) {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    values.put("area", Codes.of(one.area()));
                    values.put("text", one.text());
                    var divided = one.divided();
                    values.put("divided", divided == null ? null : Codes.of(divided));
                    values.putAll(Activity.lists(one.in(grid.columns())));
                    added.add(values);
                }
            }
            return register.acts().addAll(register, me, engagement, added).size();
        });
    }
}
