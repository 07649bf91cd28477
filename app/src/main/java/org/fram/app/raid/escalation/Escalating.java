package org.fram.app.raid.escalation;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.runs.Round;
import org.fram.app.platform.texts.Text;
import org.fram.app.raid.IssueKind;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.ThingKind;
import org.fram.app.raid.escalation.EscalationClock.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Lets issues go to the next level once its day has come, notes the day in the register, and tells those who are named
/// there on each side and whoever owns the issue. Works on behalf of somebody of each party, so that issues that a
/// party keeps to itself are seen to as well.
@Component
public class Escalating {

    private static final NoticeKind ESCALATIONS = NoticeKind.chosen("escalations", Delivery.AT_ONCE);
    private static final Actor.Task TASK = new Actor.Task("escalation");
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final OnBehalf onBehalf;
    private final Engagements engagements;
    private final Members members;
    private final RaidItems items;
    private final EscalationPaths paths;
    private final Escalations escalations;
    private final Notices notices;
    private final Transactions transactions;

    Escalating(
            OnBehalf onBehalf,
            Engagements engagements,
            Members members,
            RaidItems items,
            EscalationPaths paths,
            Escalations escalations,
            Notices notices,
            Transactions transactions) {
        this.onBehalf = onBehalf;
        this.engagements = engagements;
        this.members = members;
        this.items = items;
        this.paths = paths;
        this.escalations = escalations;
        this.notices = notices;
        this.transactions = transactions;
    }

    @Bean
    static Round escalationRound(Escalating escalating) {
        return Round.every("escalation", PAUSE, escalating::look);
    }

    @Bean
    static NoticeKind escalationNotices() {
        return ESCALATIONS;
    }

    /// Looks at all engagements. What goes wrong with one keeps nothing from the others.
    void look() {
        onBehalf.oneOfEachParty(TASK, Role.CONTRIBUTOR, this::look);
    }

    private void look(Membership whose) {
        var engagement = whose.engagement();
        transactions.run(new Actor.Person(whose.person()), () -> {
            var levels = paths.of(engagement);
            if (levels.isEmpty()) {
                return;
            }
            var today = engagements.today(engagement);
            var taken = escalations.of(engagement);
            List<Member> people = members.of(engagement);
            for (var issue : items.open(engagement, ThingKind.ISSUE)) {
                var before = taken.getOrDefault(issue.row().id(), List.of()).stream()
                        .map(Escalations.Taken::level)
                        .collect(toSet());
                var due = EscalationClock.due(steps(levels, issue), before, today);
                if (!due.isEmpty()) {
                    escalate(whose, issue, due, today, people);
                }
            }
        });
    }

    /// The steps of an issue; none where nobody has said what kind it is, or its kind has no levels.
    public static List<Step> steps(Map<IssueKind, List<EscalationLevel>> levels, RaidItem issue) {
        String kind = issue.words("kind");
        return kind.isEmpty()
                ? List.of()
                : EscalationClock.steps(
                        levels.getOrDefault(Code.of(IssueKind.class, kind), List.of()).stream()
                                .filter(level -> !level.ours() || issue.isPrivate())
                                .toList(),
                        issue.day("due"),
                        issue.day("escalateBy"));
    }

    private void escalate(Membership whose, RaidItem issue, List<Step> due, LocalDate today, List<Member> people) {
        var engagement = whose.engagement();
        boolean went = false;
        for (var step : due) {
            went |= escalations.take(engagement, issue.row().id(), step.level(), today);
        }
        if (!went) {
            return;
        }
        var register = items.register(ThingKind.ISSUE);
        register.acts()
                .change(
                        register,
                        new Actor.Person(whose.person()),
                        engagement,
                        issue.row().id(),
                        new Seen.Version(issue.row().version()),
                        Map.of("escalated", today));
        var highest = due.getLast().level();
        boolean ours = issue.isPrivate();
        people.stream()
                .filter(member -> !ours || member.party().equals(whose.party()))
                .filter(member -> Stream.of(highest.customer(), highest.vendor(), issue.words("owner"))
                        .anyMatch(words -> Owners.means(words, member)))
                .forEach(member -> notices.give(Notice.to(
                                member.person(),
                                ESCALATIONS,
                                "escalation %s %d".formatted(issue.row().id(), highest.level()),
                                Text.of("raid.escalation.subject", issue.ref(), highest.level(), issue.text()),
                                Text.of(
                                        "raid.escalation.told",
                                        issue.day("due") == null ? today : issue.day("due"),
                                        named(highest.customer()),
                                        named(highest.vendor()),
                                        highest.what()),
                                EngagementHeads.address(engagement) + "/" + issue.path())
                        .in(engagement)));
    }

    private static Object named(String words) {
        return words.isEmpty() ? Text.of("raid.escalation.nobody") : words;
    }
}
