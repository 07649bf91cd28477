package org.fram.app.kpi.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.kpi.Confirmation;
import org.fram.app.kpi.Confirmation.Verdict;
import org.fram.app.kpi.ConfirmationState;
import org.fram.app.kpi.Confirmations;
import org.fram.app.kpi.Measuring;
import org.fram.app.kpi.Objective;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.springframework.stereotype.Component;

/// Puts together what is shown of what executives were asked. Is asked within a transaction of whoever
/// looks.
@Component
class ConfirmationsDesk {

    private static final int USUAL_DAYS = 14;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Measuring measuring;
    private final Confirmations confirmations;
    private final InstantSource clock;

    ConfirmationsDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Measuring measuring,
            Confirmations confirmations,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.measuring = measuring;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /// What the last attempt was, and what came of it.
    ///
    /// @param form as it was typed; blank fields get what is usual
    record Attempt(Set<UUID> chosen, ConfirmationsPage.Form form, String handOn, String refusal) {

        Attempt {
            chosen = Set.copyOf(chosen);
        }
    }

    ConfirmationsPage page(Frame frame, Actor.Person me, EngagementId engagement, Attempt attempt) {
        var head = heads.of(frame, me, engagement);
        var objectives = measuring.objectives(engagement);
        var states = confirmations.states(engagement, objectives);
        var asked = confirmations.of(engagement).stream().collect(groupingBy(Confirmation::objective));
        var zone = engagements.get(engagement).timeZone();
        var form = attempt.form();
        return new ConfirmationsPage(
                head,
                authority.may(me, Act.INVITE_GUESTS, engagement),
                objectives.stream()
                        .map(objective -> entry(
                                frame,
                                head,
                                objective,
                                Objects.requireNonNull(states.get(objective.id())),
                                asked.getOrDefault(objective.id(), List.of()),
                                zone))
                        .toList(),
                objectives.stream()
                        .map(objective -> new Choice(
                                objective.id().toString(),
                                "%s: %s"
                                        .formatted(
                                                objective.ref(),
                                                objective.words().text()),
                                attempt.chosen().contains(objective.id())))
                        .toList(),
                new ConfirmationsPage.Form(
                        form.email(),
                        form.name().isEmpty() ? executive(objectives, attempt.chosen()) : form.name(),
                        form.question().isEmpty() ? frame.text("kpi.ask.usual") : form.question(),
                        form.last().isEmpty()
                                ? LocalDate.ofInstant(clock.instant(), zone)
                                        .plusDays(USUAL_DAYS)
                                        .toString()
                                : form.last()),
                attempt.handOn(),
                attempt.refusal());
    }

    /// Where it is the same for all that are chosen.
    private static String executive(List<Objective> objectives, Set<UUID> chosen) {
        var named = objectives.stream()
                .filter(objective -> chosen.contains(objective.id()))
                .map(Objective::executive)
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : "";
    }

    private ConfirmationsPage.Entry entry(
            Frame frame,
            EngagementHead head,
            Objective objective,
            ConfirmationState state,
            List<Confirmation> asked,
            ZoneId zone) {
        var facts = new ArrayList<String>();
        if (!objective.executive().isEmpty()) {
            facts.add(frame.text("kpi.confirmations.executive", objective.executive()));
        }
        if (!objective.words().measure().isEmpty()) {
            facts.add(objective.words().measure());
        }
        var weight = objective.words().weight();
        if (weight != null) {
            facts.add(frame.text("kpi.weightOf", weight.stripTrailingZeros().toPlainString()));
        }
        return new ConfirmationsPage.Entry(
                objective.id().toString(),
                Link.to(head.address() + "/registers/objectives/rows/" + objective.id(), objective.ref()),
                objective.words().text(),
                String.join(" · ", facts),
                state.kind().tone(),
                frame.text("kpi.state." + state.kind().code()),
                objective.ours(),
                asked.reversed().stream()
                        .map(one -> said(frame, objective, one, zone))
                        .toList());
    }

    private ConfirmationsPage.Said said(Frame frame, Objective objective, Confirmation one, ZoneId zone) {
        var verdict = one.verdict();
        String words = one.words().sameAs(objective.words()) ? "" : inFull(frame, one);
        if (verdict == null) {
            var expires = Objects.requireNonNullElse(one.expires(), Instant.MIN);
            boolean open = clock.instant().isBefore(expires);
            return new ConfirmationsPage.Said(
                    open ? Tone.ACCENT : Tone.CALM,
                    frame.text(open ? "kpi.said.open" : "kpi.said.expired"),
                    frame.text("kpi.said.asked", one.name(), frame.time(Objects.requireNonNull(one.asked()), zone)),
                    "",
                    words);
        }
        var given = one.given();
        return new ConfirmationsPage.Said(
                verdict == Verdict.CONFIRMED ? Tone.GOOD : Tone.BAD,
                frame.text("kpi.said." + verdict.code()),
                given == null
                        ? frame.text("kpi.said.byHand", one.name())
                        : frame.text("kpi.said.given", one.name(), frame.time(given, zone)),
                one.reason(),
                words);
    }

    private static String inFull(Frame frame, Confirmation one) {
        var parts = new ArrayList<String>();
        parts.add(one.words().text());
        if (!one.words().measure().isEmpty()) {
            parts.add(one.words().measure());
        }
        var weight = one.words().weight();
        if (weight != null) {
            parts.add(frame.text("kpi.weightOf", weight.stripTrailingZeros().toPlainString()));
        }
        return String.join(" · ", parts);
    }
}
