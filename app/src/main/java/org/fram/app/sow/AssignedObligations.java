package org.fram.app.sow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.AnsweredFor;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Member;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The obligations that somebody is to look at. Whoever takes their place looks at them.
@Component
class AssignedObligations implements Duties, AnsweredFor {

    private final StatementsOfWork statements;
    private final Obligations obligations;

    AssignedObligations(StatementsOfWork statements, Obligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return statements.of(engagement).stream()
                .map(sow -> new Duty(
                        Text.of(
                                "sow.duty",
                                obligations.assigned(sow.id(), person).size(),
                                sow.title()),
                        "sow/" + sow.id(),
                        true))
                .filter(duty -> !duty.what().values().getFirst().equals(0))
                .toList();
    }

    @Override
    public Map<PersonId, List<Single>> of(EngagementId engagement, List<Member> people) {
        var all = new HashMap<PersonId, List<Single>>();
        for (var sow : statements.of(engagement)) {
            for (var one : obligations.assigned(sow.id())) {
                all.computeIfAbsent(requireNonNull(one.assignedTo()), _ -> new ArrayList<>())
                        .add(new Single(
                                "obligation " + one.id(),
                                one.code(),
                                one.promise().text(),
                                Text.of("sow.answers.obligation", sow.title()),
                                sow.path() + one.id().place(),
                                sow.privateTo()));
            }
        }
        return all;
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        for (var sow : statements.of(engagement)) {
            var change = new Obligations.Change(engagement, sow.id(), by.id(), "assign");
            obligations
                    .assigned(sow.id(), from)
                    .forEach(obligation -> obligations.store(change, obligation, obligation.assign(to)));
        }
    }
}
