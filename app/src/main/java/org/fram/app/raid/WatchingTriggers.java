package org.fram.app.raid;

import static fram.schema.raid.Tables.FIRING;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Keepers;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.runs.Round;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.fram.rules.FactCondition.Answer;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells people when the trigger of a risk fires: its owner and the project managers, or where there
/// are none the owners of the engagement. Each is told once for each time that it begins to fire, by
/// the facts that they may see; while it cannot be told whether it fires, nothing changes.
@Component
class WatchingTriggers {

    private static final NoticeKind TRIGGERS = NoticeKind.chosen("risk-triggers", Delivery.AT_ONCE);
    private static final Actor.Task TASK = new Actor.Task("risk-triggers");
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final OnBehalf onBehalf;
    private final Members members;
    private final RiskTriggers triggers;
    private final DSLContext database;
    private final Notices notices;
    private final Transactions transactions;
    private final InstantSource clock;

    WatchingTriggers(
            OnBehalf onBehalf,
            Members members,
            RiskTriggers triggers,
            DSLContext database,
            Notices notices,
            Transactions transactions,
            InstantSource clock) {
        this.onBehalf = onBehalf;
        this.members = members;
        this.triggers = triggers;
        this.database = database;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round triggersRound(WatchingTriggers watching) {
        return Round.every("risk-triggers", PAUSE, watching::look);
    }

    @Bean
    static NoticeKind triggerNotices() {
        return TRIGGERS;
    }

    /// Looks at all engagements. What goes wrong with one reader keeps nothing from the others.
    void look() {
        onBehalf.eachMember(TASK, member -> transactions.run(new Actor.Person(member.person()), () -> look(member)));
    }

    private void look(Membership member) {
        var engagement = member.engagement();
        var asked = triggers.of(engagement);
        forget(member, asked);
        if (asked.stream().noneMatch(one -> one.answered().answer() == Answer.HOLDS)) {
            return;
        }
        var people = members.of(engagement);
        for (var one : asked) {
            if (one.answered().answer() == Answer.HOLDS && isFor(one.risk(), member, people)) {
                begin(member, one);
            }
        }
    }

    /// What fires no more, is asked otherwise, or is closed is forgotten, so that the next time is told
    /// anew.
    private void forget(Membership member, List<AskedTrigger> asked) {
        var firing = database.selectFrom(FIRING)
                .where(FIRING.ENGAGEMENT_ID.eq(member.engagement().value()))
                .and(FIRING.PERSON_ID.eq(member.person().value()))
                .fetch();
        for (var row : firing) {
            boolean still = asked.stream()
                    .anyMatch(one -> one.risk().row().id().equals(row.getRiskId())
                            && one.trigger().equals(row.getFiresWhen())
                            && one.answered().answer() != Answer.DOES_NOT_HOLD);
            if (!still) {
                database.deleteFrom(FIRING).where(FIRING.ID.eq(row.getId())).execute();
            }
        }
    }

    private void begin(Membership member, AskedTrigger asked) {
        var id = Ids.next();
        var risk = asked.risk();
        // Of two that look at once, one inserts it.
        int begun = database.insertInto(FIRING)
                .set(FIRING.ID, id)
                .set(FIRING.ENGAGEMENT_ID, member.engagement().value())
                .set(FIRING.RISK_ID, risk.row().id())
                .set(FIRING.PERSON_ID, member.person().value())
                .set(FIRING.FIRES_WHEN, asked.trigger())
                .set(FIRING.SINCE, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (begun == 1) {
            notices.give(notice(member, id, risk));
        }
    }

    private static Notice notice(Membership member, UUID firing, RaidItem risk) {
        String plan = risk.words("contingencyPlan");
        return Notice.to(
                        member.person(),
                        TRIGGERS,
                        "risk-fired " + firing,
                        Text.of("raid.fired.subject", risk.ref(), Shortened.line(risk.text())),
                        plan.isEmpty()
                                ? Text.of("raid.fired.noPlan", risk.words("trigger"))
                                : Text.of("raid.fired.plan", risk.words("trigger"), plan),
                        address(member.engagement()) + "#trigger-" + risk.row().id())
                .in(member.engagement());
    }

    private static String address(EngagementId engagement) {
        return EngagementHeads.address(engagement) + "/risks/matrix";
    }

    private static boolean isFor(RaidItem risk, Membership member, List<Member> people) {
        return Keepers.include(member.person(), people)
                || people.stream()
                        .filter(person -> person.person().equals(member.person()))
                        .anyMatch(person -> Owners.means(risk.words("owner"), person));
    }
}
