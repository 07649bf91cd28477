package org.fram.app.provisioning;

import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The orders that have not come and that somebody owns by name or e-mail address. Another takes them over.
@Component
class OwnedOrders implements Duties {

    private final Orders orders;
    private final Members members;
    private final List<Register> registers;

    OwnedOrders(
            Orders orders,
            Members members,
            Register hardwareRegister,
            Register networkServicesRegister,
            Register numberPortsRegister,
            Register licencesRegister) {
        this.orders = orders;
        this.members = members;
        this.registers = List.of(hardwareRegister, networkServicesRegister, numberPortsRegister, licencesRegister);
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return owned(engagement, person).stream()
                .map(order -> new Duty(
                        Text.of("provisioning.duty", order.name()),
                        "registers/%s/rows/%s"
                                .formatted(order.register(), order.row().id()),
                        true))
                .toList();
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        var next = members.find(engagement, to).map(taker -> words(engagement, taker));
        if (next.isEmpty()) {
            return;
        }
        for (var order : owned(engagement, from)) {
            registers.stream()
                    .filter(register -> register.name().equals(order.register()))
                    .forEach(register -> register.acts()
                            .change(
                                    register,
                                    by,
                                    engagement,
                                    order.row().id(),
                                    new Seen.Version(order.row().version()),
                                    Map.of("owner", next.get())));
        }
    }

    /// Who has a role after them has what that role owns; what several have by a name is nobody's alone.
    private List<Order> owned(EngagementId engagement, PersonId person) {
        var people = members.of(engagement);
        return orders.of(engagement).stream()
                .filter(order -> order.by().state() != OrderBy.State.DELIVERED)
                .filter(order -> order.word("owner").stream()
                        .flatMap(owner -> OrderOwners.named(owner, people).stream())
                        .anyMatch(member -> member.person().equals(person)))
                .toList();
    }

    /// The name of somebody, or their e-mail address where another has the same.
    private String words(EngagementId engagement, Member member) {
        return OrderOwners.named(member.name(), members.of(engagement)).isPresent() ? member.name() : member.email();
    }
}
