package org.fram.app.sow;

import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Obligations, as others refer to them: `O-012`, in the first statement of work that has one of this
/// number.
@Component
class NamedObligations implements NamedThings {

    private final StatementsOfWork statements;
    private final Obligations obligations;

    NamedObligations(StatementsOfWork statements, Obligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    @Override
    public String kind() {
        return "obligation";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return statements.of(engagement).stream()
                .flatMap(statement -> obligations.of(statement.id()).stream()
                        .filter(one -> one.code().equalsIgnoreCase(name))
                        .map(one -> new Thing(
                                one.code(), one.promise().text(), statement.path() + "/review#o-" + one.id())))
                .findFirst();
    }
}
