package org.fram.app.raid.web;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.raid.IssueKind;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.ThingKind;
import org.fram.app.raid.escalation.Escalating;
import org.fram.app.raid.escalation.EscalationClock;
import org.fram.app.raid.escalation.EscalationLevel;
import org.fram.app.raid.escalation.EscalationPaths;
import org.fram.app.raid.escalation.Escalations;
import org.springframework.stereotype.Component;

/// Puts together where issues go that are not settled in time. Is asked within a transaction of whoever looks.
@Component
class EscalationDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final RaidItems items;
    private final EscalationPaths paths;
    private final Escalations escalations;

    EscalationDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            RaidItems items,
            EscalationPaths paths,
            Escalations escalations) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.items = items;
        this.paths = paths;
        this.escalations = escalations;
    }

    EscalationPage page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var levels = paths.of(engagement);
        var taken = escalations.of(engagement);
        var today = engagements.today(engagement);
        var open = items.open(engagement, ThingKind.ISSUE);
        var lines = new ArrayList<EscalationPage.Issue>();
        open.stream()
                .sorted(Comparator.comparing(
                        issue -> issue.day("due"), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(issue -> {
                    var steps = Escalating.steps(levels, issue);
                    var went = taken.getOrDefault(issue.row().id(), List.of());
                    if (!steps.isEmpty() || !went.isEmpty()) {
                        lines.add(line(frame, head.address(), issue, steps, went, today));
                    }
                });
        return new EscalationPage(
                head,
                Arrays.stream(IssueKind.values())
                        .filter(levels::containsKey)
                        .map(kind -> path(
                                frame,
                                kind,
                                levels.getOrDefault(kind, List.of()),
                                open.stream()
                                        .filter(issue -> issue.words("kind").equals(kind.code()))
                                        .count()))
                        .toList(),
                lines,
                levels.size() < IssueKind.values().length,
                mine.may(Act.CONTRIBUTE),
                refusal);
    }

    private static EscalationPage.Path path(Frame frame, IssueKind kind, List<EscalationLevel> levels, long count) {
        return new EscalationPage.Path(
                frame.text("raid.issueKind." + kind.code()),
                frame.text("raid.escalation.count", count),
                levels.stream()
                        .sorted(Comparator.comparingInt(EscalationLevel::level))
                        .map(level -> new EscalationPage.Level(
                                Integer.toString(level.level()),
                                frame.text("raid.escalation.after", level.days()),
                                who(frame, level.customer(), level.vendor()),
                                level.what()))
                        .toList());
    }

    private static EscalationPage.Issue line(
            Frame frame,
            String address,
            RaidItem issue,
            List<EscalationClock.Step> steps,
            List<Escalations.Taken> went,
            LocalDate today) {
        var next = EscalationClock.next(
                steps, went.stream().map(Escalations.Taken::level).collect(toSet()));
        String told = went.isEmpty()
                ? ""
                : frame.text(
                        "raid.escalation.went",
                        went.getLast().level(),
                        frame.date(went.getLast().day()),
                        who(frame, went.getLast().customer(), went.getLast().vendor()));
        String then = next.map(
                        step -> frame.text("raid.escalation.next", step.level().level(), frame.date(step.day())))
                .orElse("");
        var due = issue.day("due");
        return new EscalationPage.Issue(
                issue.ref(),
                issue.text(),
                address + "/" + issue.path(),
                issue.words("kind").isEmpty() ? "" : frame.text("raid.issueKind." + issue.words("kind")),
                went.isEmpty()
                        ? due != null && due.isBefore(today) ? Tone.WARN : Tone.CALM
                        : went.getLast().level() > 1 ? Tone.BAD : Tone.WARN,
                (told + " " + then).strip(),
                due == null ? "" : frame.date(due));
    }

    private static String who(Frame frame, String customer, String vendor) {
        if (customer.isEmpty() && vendor.isEmpty()) {
            return frame.text("raid.escalation.nobody");
        }
        if (customer.equals(vendor)) {
            return frame.text("raid.escalation.both", customer);
        }
        return vendor.isEmpty()
                ? frame.text("raid.escalation.ofCustomer", customer)
                : customer.isEmpty()
                        ? frame.text("raid.escalation.ofVendor", vendor)
                        : frame.text("raid.escalation.each", customer, vendor);
    }
}
