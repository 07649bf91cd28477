package org.fram.app.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.Keepers;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.notices.Recipient;
import org.fram.app.platform.runs.Round;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells people which suppliers have not confirmed a date in time: whoever owns the order by name and the project
/// managers, or where there are none the owners of the engagement. Each is told once for each stage of each order,
/// and of nothing that they may not see: what is late is looked up on behalf of each reader.
@Component
class ChasingSuppliers {

    private static final NoticeKind SUPPLIERS = NoticeKind.chosen("suppliers", Delivery.AT_ONCE);
    private static final LocalTime MORNING = LocalTime.of(5, 0);
    private static final Actor.Task CHASING = new Actor.Task("chasing");

    private final OnBehalf onBehalf;
    private final Members members;
    private final Orders orders;
    private final Relations relations;
    private final Notices notices;
    private final Transactions transactions;

    ChasingSuppliers(
            OnBehalf onBehalf,
            Members members,
            Orders orders,
            Relations relations,
            Notices notices,
            Transactions transactions) {
        this.onBehalf = onBehalf;
        this.members = members;
        this.orders = orders;
        this.relations = relations;
        this.notices = notices;
        this.transactions = transactions;
    }

    /// Chases each morning, and once at the start for the mornings at which it did not run.
    @Bean
    static Round chasingRound(ChasingSuppliers suppliers) {
        return new Round("chasing", ChasingSuppliers::untilMorning, suppliers::chase);
    }

    /// From a point in time until the next morning, by UTC.
    static Duration untilMorning(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(MORNING).toInstant(ZoneOffset.UTC);
        var next = today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
        return Duration.between(now, next);
    }

    @Bean
    static NoticeKind supplierNotices() {
        return SUPPLIERS;
    }

    /// Looks at all engagements. What goes wrong with one reader keeps nothing from the others.
    void chase() {
        onBehalf.eachMember(CHASING, member -> transactions.run(new Actor.Person(member.person()), () -> tell(member)));
    }

    private void tell(Membership member) {
        var engagement = member.engagement();
        var today = orders.today(engagement);
        var late = new ArrayList<Late>();
        for (var order : orders.of(engagement)) {
            Unconfirmed.of(order, today).ifPresent(silent -> late.add(new Late(order, silent)));
        }
        if (late.isEmpty()) {
            return;
        }
        var people = members.of(engagement);
        boolean keepsAll = Keepers.include(member.person(), people);
        for (var one : late) {
            if (keepsAll || owns(one.order(), member.person(), people)) {
                notices.give(notice(engagement, member.person(), one));
            }
        }
    }

    private record Late(Order order, Unconfirmed silent) {}

    private static boolean owns(Order order, PersonId person, List<Member> people) {
        return order.word("owner").stream()
                .flatMap(owner -> OrderOwners.meant(owner, people).stream())
                .anyMatch(member -> member.person().equals(person));
    }

    private Notice notice(EngagementId engagement, PersonId person, Late late) {
        var order = late.order();
        int stage = late.silent().stage();
        var text = new ArrayList<Text>();
        text.add(Text.of(
                "provisioning.toldText.unconfirmed." + stage,
                order.name(),
                order.row().ref(),
                late.silent().days()));
        contact(engagement, order, stage)
                .ifPresent(contact -> text.add(Text.of("provisioning.toldText.contact", contact)));
        return new Notice(
                new Recipient.Account(person),
                engagement,
                SUPPLIERS,
                "supplier-unconfirmed %s %s %d"
                        .formatted(order.row().id(), order.day("ordered").orElseThrow(), stage),
                Text.of(
                        "provisioning.told.unconfirmed",
                        order.name(),
                        late.silent().days()),
                text,
                "/engagements/%s/registers/%s/rows/%s"
                        .formatted(engagement, order.register(), order.row().id()),
                null,
                null);
    }

    private Optional<String> contact(EngagementId engagement, Order order, int stage) {
        return order.supplier().flatMap(supplier -> relations.contact(engagement, supplier, stage));
    }
}
