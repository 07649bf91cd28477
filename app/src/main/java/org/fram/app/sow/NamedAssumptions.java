package org.fram.app.sow;

import java.util.Objects;
import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// Assumptions of the register, as others refer to them: `A-3`.
@Component
class NamedAssumptions implements NamedThings {

    private final Rows rows;
    private final Register register;

    NamedAssumptions(Rows rows, Register assumptionsRegister) {
        this.rows = rows;
        this.register = assumptionsRegister;
    }

    @Override
    public String kind() {
        return "assumption";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return rows.all(register, engagement, Query.ALL).stream()
                .filter(row -> row.ref().equalsIgnoreCase(name))
                .findFirst()
                .map(row -> new Thing(
                        row.ref(),
                        Objects.toString(row.get("text"), ""),
                        "registers/%s/rows/%s".formatted(register.name(), row.id())));
    }
}
