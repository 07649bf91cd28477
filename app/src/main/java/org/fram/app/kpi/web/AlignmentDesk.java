package org.fram.app.kpi.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.kpi.Aligning;
import org.fram.app.kpi.Alignment;
import org.fram.app.kpi.Alignment.Remark;
import org.fram.app.kpi.ConfirmationState;
import org.fram.app.kpi.Confirmations;
import org.fram.app.kpi.Kpi;
import org.fram.app.kpi.Objective;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.springframework.stereotype.Component;

/// Puts together what is shown of objectives against KPIs. Is asked within a transaction of whoever
/// looks.
@Component
class AlignmentDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Aligning aligning;
    private final Confirmations confirmations;

    AlignmentDesk(Authority authority, EngagementHeads heads, Aligning aligning, Confirmations confirmations) {
        this.authority = authority;
        this.heads = heads;
        this.aligning = aligning;
        this.confirmations = confirmations;
    }

    AlignmentPage page(Frame frame, Actor.Person me, EngagementId engagement) {
        var head = heads.of(frame, me, engagement);
        var ways = new Ways(head);
        var alignment = aligning.of(engagement);
        var states = confirmations.states(engagement, alignment.objectives());
        return new AlignmentPage(
                head,
                authority.may(me, Act.CONTRIBUTE, engagement),
                figures(frame, alignment, states, ways),
                alignment.objectives().stream()
                        .map(objective -> aim(
                                frame, alignment, objective, Objects.requireNonNull(states.get(objective.id())), ways))
                        .toList(),
                alignment.kpis().stream()
                        .map(kpi -> line(frame, alignment, kpi, ways))
                        .toList(),
                alignment.remarks().stream()
                        .map(remark -> note(frame, remark, ways))
                        .toList());
    }

    private static List<KeyFigure> figures(
            Frame frame, Alignment alignment, Map<UUID, ConfirmationState> states, Ways ways) {
        long confirmed = states.values().stream()
                .filter(state -> state.kind() == ConfirmationState.Kind.CONFIRMED)
                .count();
        long measured = alignment.objectives().stream()
                .filter(objective -> measuredBy(alignment, objective) > 0)
                .count();
        return List.of(
                new KeyFigure(
                        frame.text("kpi.figure.confirmed"),
                        frame.text(
                                "kpi.figure.of",
                                confirmed,
                                alignment.objectives().size()),
                        "",
                        Link.to(ways.confirmations(), frame.text("kpi.confirmations.title"))),
                new KeyFigure(
                        frame.text("kpi.figure.measured"),
                        frame.text(
                                "kpi.figure.of",
                                measured,
                                alignment.objectives().size()),
                        "",
                        Link.to(ways.register("objectives"), frame.text("kpi.objective.title"))),
                new KeyFigure(
                        frame.text("kpi.figure.kpis"),
                        frame.text("kpi.figure.number", alignment.kpis().size()),
                        "",
                        Link.to(ways.register("kpis"), frame.text("kpi.kpi.title"))));
    }

    private static AlignmentPage.Aim aim(
            Frame frame, Alignment alignment, Objective objective, ConfirmationState state, Ways ways) {
        var facts = new ArrayList<String>();
        if (!objective.words().measure().isEmpty()) {
            facts.add(objective.words().measure());
        }
        var weight = objective.words().weight();
        if (weight != null) {
            facts.add(frame.text("kpi.weightOf", plain(weight)));
        }
        if (objective.ours()) {
            facts.add(frame.text("kpi.home.ours"));
        }
        return new AlignmentPage.Aim(
                ways.to(objective),
                objective.words().text(),
                String.join(" · ", facts),
                state.kind().tone(),
                state.confirmedBy()
                        .map(name -> frame.text("kpi.home.confirmedBy", name))
                        .orElseGet(() -> frame.text("kpi.state." + state.kind().code())),
                ways.confirmations() + "#" + objective.id(),
                measuredBy(alignment, objective));
    }

    private static AlignmentPage.Line line(Frame frame, Alignment alignment, Kpi kpi, Ways ways) {
        var facts = new ArrayList<String>();
        facts.add(
                kpi.targetInWords().isEmpty()
                        ? frame.text("kpi.line.noTarget")
                        : frame.text("kpi.line.target", kpi.targetInWords()));
        if (kpi.baseline() != null) {
            facts.add(frame.text("kpi.line.baseline", kpi.amount(kpi.baseline())));
        }
        if (kpi.ours()) {
            facts.add(frame.text("kpi.home.ours"));
        }
        return new AlignmentPage.Line(
                ways.to(kpi),
                kpi.name(),
                String.join(" · ", facts),
                ways.formulas(kpi),
                alignment.objectives().stream()
                        .map(objective -> alignment.serves(kpi, objective))
                        .toList(),
                marks(frame, alignment, kpi));
    }

    private static List<AlignmentPage.Mark> marks(Frame frame, Alignment alignment, Kpi kpi) {
        var marks = new ArrayList<AlignmentPage.Mark>();
        for (var remark : alignment.remarks()) {
            switch (remark) {
                case Remark.Purposeless(var one)
                when one.equals(kpi) ->
                    marks.add(new AlignmentPage.Mark(Tone.WARN, frame.text("kpi.mark.purposeless")));
                case Remark.BelowBaseline(var one)
                when one.equals(kpi) -> marks.add(new AlignmentPage.Mark(Tone.BAD, frame.text("kpi.mark.baseline")));
                case Remark.PullsApart(var one, var other, var _)
                when one.equals(kpi) ->
                    marks.add(new AlignmentPage.Mark(Tone.WARN, frame.text("kpi.mark.pulls", other.ref())));
                case Remark.PullsApart(var one, var other, var _)
                when other.equals(kpi) ->
                    marks.add(new AlignmentPage.Mark(Tone.WARN, frame.text("kpi.mark.pulls", one.ref())));
                default -> {}
            }
        }
        return marks;
    }

    private static AlignmentPage.Note note(Frame frame, Remark remark, Ways ways) {
        return switch (remark) {
            case Remark.Unmeasured(var objective) ->
                note(
                        frame,
                        Tone.BAD,
                        "unmeasured",
                        List.of(ways.to(objective)),
                        objective.words().text());
            case Remark.Purposeless(var kpi) ->
                note(frame, Tone.WARN, "purposeless", List.of(ways.to(kpi)), kpi.name());
            case Remark.Dangling(var kpi, var named) ->
                note(frame, Tone.WARN, "dangling", List.of(ways.to(kpi)), kpi.name(), named);
            case Remark.PullsApart(var one, var other, var pull) ->
                new AlignmentPage.Note(
                        Tone.WARN,
                        frame.text("kpi.noteKind.pulls"),
                        List.of(ways.to(one), ways.to(other)),
                        frame.text("kpi.note.pulls", one.name(), other.name(), pull.why()),
                        pull.so());
            case Remark.BelowBaseline(var kpi) ->
                note(
                        frame,
                        Tone.BAD,
                        "baseline",
                        List.of(ways.to(kpi)),
                        kpi.name(),
                        kpi.amount(kpi.target()),
                        kpi.amount(kpi.baseline()));
            case Remark.ObjectivesWeigh(var sum, var without) ->
                note(
                        frame,
                        Tone.WARN,
                        "objectivesWeigh",
                        without.stream().map(ways::to).toList(),
                        plain(sum),
                        without.size());
            case Remark.KpisWeigh(var sum, var without) ->
                note(
                        frame,
                        Tone.WARN,
                        "kpisWeigh",
                        without.stream().map(ways::to).toList(),
                        plain(sum),
                        without.size());
        };
    }

    private static AlignmentPage.Note note(Frame frame, Tone tone, String kind, List<Link> rows, Object... values) {
        return new AlignmentPage.Note(
                tone,
                frame.text("kpi.noteKind." + kind),
                rows,
                frame.text("kpi.note." + kind, values),
                frame.text("kpi.noteAdvice." + kind));
    }

    private static int measuredBy(Alignment alignment, Objective objective) {
        return alignment.kpis().stream()
                .filter(kpi -> alignment.serves(kpi, objective))
                .collect(Collectors.toSet())
                .size();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// The ways from here to rows of registers.
    private record Ways(EngagementHead head) {

        String register(String name) {
            return head.address() + "/registers/" + name;
        }

        String confirmations() {
            return head.address() + "/objectives/confirmations";
        }

        String formulas(Kpi kpi) {
            return "%s/kpis/%s/formulas".formatted(head.address(), kpi.id());
        }

        Link to(Objective objective) {
            return Link.to(register("objectives") + "/rows/" + objective.id(), objective.ref());
        }

        Link to(Kpi kpi) {
            return Link.to(register("kpis") + "/rows/" + kpi.id(), kpi.ref());
        }
    }
}
