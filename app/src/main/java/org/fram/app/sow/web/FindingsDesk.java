package org.fram.app.sow.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.practice.Decision;
import org.fram.app.practice.FindingActions;
import org.fram.app.practice.Practices;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.Severity;
import org.fram.rules.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together what is shown of findings. Is asked within a transaction of whoever looks.
@Component
class FindingsDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final StatementsOfWork statements;
    private final SowFindings findings;
    private final Practices practices;
    private final SowSides sides;
    private final ObjectProvider<FindingActions> actions;

    FindingsDesk(
            Authority authority,
            EngagementHeads heads,
            StatementsOfWork statements,
            SowFindings findings,
            Practices practices,
            SowSides sides,
            ObjectProvider<FindingActions> actions) {
        this.authority = authority;
        this.heads = heads;
        this.statements = statements;
        this.findings = findings;
        this.practices = practices;
        this.sides = sides;
        this.actions = actions;
    }

    FindingsPage page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String refusal) {
        var head = heads.of(frame, me, engagement);
        var statement = statements.get(engagement, sow);
        var found = findings.inDraft(engagement, statement);
        String address = Desk.address(statement);
        var begun = actions.stream()
                .flatMap(one -> one.of(engagement).entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new FindingsPage(
                head,
                address,
                statement.title(),
                sides.of(frame, statement),
                figures(frame, found),
                found.findings().stream()
                        .map(SowFindings.Placed::finding)
                        .map(finding -> line(frame, me, head, engagement, address, finding, begun))
                        .toList(),
                found.decisions().stream().map(one -> decided(frame, one)).toList(),
                found.notEvaluated(),
                authority.may(me, Act.WAIVE, engagement),
                refusal);
    }

    ExplanationPage explanation(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String id) {
        var head = heads.of(frame, me, engagement);
        var statement = statements.get(engagement, sow);
        var practice = practices.find(id);
        if (practice == null) {
            throw new NotFoundException();
        }
        var explanation = findings.explain(statement, id);
        return new ExplanationPage(
                head,
                Desk.address(statement),
                practice.id(),
                practice.title(),
                practice.why(),
                practice.source(),
                frame.text("sow.standing."
                        + explanation.verdict().standing().name().toLowerCase(Locale.ROOT)),
                explanation.checks().stream()
                        .map(check -> new ExplanationPage.Check(
                                check.check().when(),
                                check.missing(),
                                Objects.requireNonNullElse(check.fault(), ""),
                                check.items().stream()
                                        .map(item -> new ExplanationPage.Item(
                                                item.name(), item.fires(), String.join("\n", item.lines())))
                                        .toList(),
                                check.more()))
                        .toList());
    }

    StatementOfWork statement(Actor.Person me, EngagementId engagement, SowId sow) {
        authority.require(me, Act.SEE, engagement);
        return statements.get(engagement, sow);
    }

    void requireMember(Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.SEE, engagement);
    }

    /// How many of each severity are open, each with the way to the first of them.
    private static List<KeyFigure> figures(Frame frame, SowFindings.Found found) {
        var open = found.findings().stream()
                .map(SowFindings.Placed::finding)
                .filter(finding -> finding.waiver() == null)
                .toList();
        return Stream.of(Severity.values())
                .map(severity -> {
                    var own = open.stream()
                            .filter(finding -> finding.severity() == severity)
                            .toList();
                    return new KeyFigure(
                            frame.text("sow.severity." + code(severity)),
                            Integer.toString(own.size()),
                            "",
                            own.isEmpty()
                                    ? null
                                    : Link.to("#" + own.getFirst().practice(), frame.text("sow.figure.see")));
                })
                .toList();
    }

    private FindingsPage.Line line(
            Frame frame,
            Actor.Person me,
            EngagementHead head,
            EngagementId engagement,
            String address,
            Finding finding,
            Map<String, List<FindingActions.Begun>> begun) {
        var practice = practices.find(finding.practice());
        var waiver = finding.waiver();
        String name = FindingActions.name(finding.practice(), finding.item());
        String fix = finding.fix() == null ? finding.message() : finding.fix();
        String act = actions.stream()
                .map(one -> one.path(me, engagement, name, address + "/findings", fix))
                .filter(path -> !path.isEmpty())
                .findFirst()
                .map(path -> head.address() + "/" + path)
                .orElse("");
        return new FindingsPage.Line(
                finding.practice(),
                finding.title(),
                tone(finding.severity()),
                frame.text("sow.severity." + code(finding.severity())),
                finding.item(),
                finding.message(),
                finding.fix() == null ? "" : finding.fix(),
                practice == null ? "" : practice.why(),
                practice == null ? "" : practice.source(),
                waiver == null
                        ? ""
                        : frame.text(
                                "practice.waived",
                                waiver.by(),
                                waiver.authority(),
                                waiver.reason(),
                                frame.date(waiver.until())),
                name,
                act,
                begun.getOrDefault(name, List.of()).stream()
                        .map(one -> new FindingsPage.Begun(
                                Link.to(head.address() + "/" + one.path(), one.name()),
                                one.done() ? Tone.GOOD : Tone.CALM,
                                frame.text(one.done() ? "practice.action.done" : "practice.action.open")))
                        .toList());
    }

    private static FindingsPage.Decided decided(Frame frame, Decision decision) {
        String what = switch (decision.verdict()) {
            case Decision.Verdict.Waived(var authority, var reason, var until) ->
                frame.text("practice.waived", decision.by(), authority, reason, frame.date(until));
            case Decision.Verdict.NotApplicable(var reason) ->
                frame.text("practice.notApplicable", decision.by(), reason);
        };
        String item = decision.item();
        return new FindingsPage.Decided(decision.id().toString(), decision.practice(), item == null ? "" : item, what);
    }

    static String code(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case BLOCKER -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case INFORMATION -> Tone.CALM;
        };
    }

    static List<String> columns(Frame frame) {
        return List.of("practice", "severity", "title", "item", "message", "fix", "why", "source", "waiver").stream()
                .map(column -> frame.text("sow.findings.column." + column))
                .toList();
    }
}
