package org.fram.app.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Party;
import org.fram.app.plan.DurationConfirmations.Confirmation;
import org.fram.app.plan.DurationConfirmations.TableSide;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.practice.FactSource;
import org.fram.facts.ActivityArea;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.PlanFacts.ActivityFact;
import org.fram.facts.PlanFacts.CutFact;
import org.fram.facts.PlanFacts.HealthCheckFact;
import org.fram.facts.PlanFacts.TargetFact;
import org.fram.facts.PlanFactsBuilder;
import org.fram.facts.Side;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Timetable;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.health.Health;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the plan says, as its part of the facts. Without a plan nothing is known; without a baseline
/// nothing is known of cuts; without a simulation nothing of how likely the target date is.
///
/// Activities are those that are work; milestones have no length that somebody could confirm, but may
/// carry out obligations. Something is cut where the baseline had it and the plan does not, or has it
/// shorter and not done.
@Component
class PlanFactSource implements FactSource {

    static final int ORDER = 40;

    private static final String UNREAD = "sow.obligations.activities";

    private final Plans plans;
    private final DurationConfirmations confirmations;
    private final AcceptingDate accepting;
    private final Acceptances acceptances;
    private final Engagements engagements;
    private final Members members;

    PlanFactSource(
            Plans plans,
            DurationConfirmations confirmations,
            AcceptingDate accepting,
            Acceptances acceptances,
            Engagements engagements,
            Members members) {
        this.plans = plans;
        this.confirmations = confirmations;
        this.accepting = accepting;
        this.acceptances = acceptances;
        this.engagements = engagements;
        this.members = members;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var kept = plans.find(engagement);
        var target = target(engagement);
        if (kept.isEmpty() && target == null) {
            return facts;
        }
        var before = facts.plan();
        var plan = before == null ? PlanFactsBuilder.builder() : PlanFactsBuilder.builder(before);
        if (target != null) {
            plan.target(target);
        }
        var added = FactsDocumentBuilder.builder(facts);
        kept.ifPresent(known -> {
            say(plan, known);
            added.sow(scheduled(facts.sow(), known));
            added.unread(Objects.requireNonNullElse(facts.unread(), List.<String>of()).stream()
                    .filter(path -> !path.equals(UNREAD))
                    .toList());
        });
        return added.plan(plan.build()).build();
    }

    private @Nullable TargetFact target(EngagementId engagement) {
        var target = engagements.get(engagement).targetGoLive();
        if (target == null) {
            return null;
        }
        var shown = accepting.shown(engagement);
        var accepted = acceptances.newest(engagement, target);
        return new TargetFact(
                target,
                shown.map(ShownDate::probability).orElse(null),
                accepted.map(one -> name(engagement, one)).orElse(null),
                accepted.map(Acceptances.Acceptance::probability).orElse(null));
    }

    private String name(EngagementId engagement, Acceptances.Acceptance accepted) {
        return members.of(engagement).stream()
                .filter(member -> member.person().equals(accepted.by()))
                .map(Member::name)
                .findFirst()
                .orElseGet(() -> accepted.by().toString());
    }

    private void say(PlanFactsBuilder facts, KeptPlan kept) {
        try {
            var timetable = CriticalPath.of(kept.plan());
            facts.activities(activities(kept, timetable));
            facts.health(health(kept));
        } catch (UnusablePlanException unusable) {
            // What cannot be computed says nothing of its dates.
            return;
        }
        if (kept.standing().baselineSet() != null
                || kept.activities().stream().anyMatch(one -> one.baseline() != null)) {
            facts.cuts(cuts(kept));
        }
    }

    private List<ActivityFact> activities(KeptPlan kept, Timetable timetable) {
        var parties =
                engagements.parties(kept.engagement()).stream().collect(Collectors.toMap(Party::id, party -> party));
        var confirmed = confirmed(kept);
        var codes = new HashMap<UUID, String>();
        kept.activities().forEach(one -> codes.put(one.id(), one.code()));
        var after = new HashMap<UUID, List<String>>();
        kept.links()
                .forEach(link -> after.computeIfAbsent(link.after(), _ -> new ArrayList<>())
                        .add(codes.getOrDefault(link.before(), "")));
        var facts = new ArrayList<ActivityFact>();
        for (int k = 0; k < kept.activities().size(); k++) {
            var one = kept.activities().get(k);
            if (one.core().kind() != Kind.TASK) {
                continue;
            }
            var window = timetable.windows().get(k);
            var sides = confirmed.getOrDefault(one.id(), List.of());
            var party = party(parties, one.additions().party());
            facts.add(new ActivityFact(
                    one.code(),
                    one.core().name(),
                    area(one.additions().area()),
                    party == null ? null : party.name(),
                    party == null ? null : Side.valueOf(party.side().name()),
                    one.additions().obligations(),
                    after.getOrDefault(one.id(), List.of()),
                    timetable.date(window.start()).toLocalDate(),
                    timetable.date(window.finish()).toLocalDate(),
                    sides.contains(TableSide.BUYER),
                    sides.contains(TableSide.VENDOR)));
        }
        return facts;
    }

    private Map<UUID, List<TableSide>> confirmed(KeptPlan kept) {
        var byId = new HashMap<UUID, PlannedActivity>();
        kept.activities().forEach(one -> byId.put(one.id(), one));
        return confirmations.of(kept.engagement()).stream()
                .filter(one -> byId.containsKey(one.activity()) && one.holds(byId.get(one.activity())))
                .collect(Collectors.groupingBy(
                        Confirmation::activity, Collectors.mapping(Confirmation::side, Collectors.toList())));
    }

    private static @Nullable Party party(Map<PartyId, Party> parties, @Nullable PartyId id) {
        return id == null ? null : parties.get(id);
    }

    private static @Nullable ActivityArea area(@Nullable Area area) {
        return area == null ? null : ActivityArea.valueOf(area.name());
    }

    /// What the baseline had and the plan does not, in full.
    private List<CutFact> cuts(KeptPlan kept) {
        var lengths = Lengths.of(kept.basis().calendar());
        var cuts = new ArrayList<CutFact>();
        for (var one : plans.gone(kept.engagement())) {
            if (one.baseline() != null
                    && one.core().kind() == Kind.TASK
                    && !one.core().complete()) {
                cuts.add(new CutFact(one.code(), one.core().name(), areaOrOther(one)));
            }
        }
        for (var one : kept.activities()) {
            var agreed = one.baseline();
            if (agreed != null
                    && one.isWork()
                    && !one.core().complete()
                    && one.core().minutes() < agreed.minutes()) {
                cuts.add(new CutFact(
                        one.code(),
                        "%s (%s instead of %s)"
                                .formatted(
                                        one.core().name(),
                                        lengths.write(one.core().minutes()),
                                        lengths.write(agreed.minutes())),
                        areaOrOther(one)));
            }
        }
        var seen = new HashSet<String>();
        cuts.removeIf(cut -> !seen.add(cut.id()));
        return cuts;
    }

    private static ActivityArea areaOrOther(PlannedActivity one) {
        return Objects.requireNonNullElse(area(one.additions().area()), ActivityArea.OTHER);
    }

    private static List<HealthCheckFact> health(KeptPlan kept) {
        return Health.of(kept.plan(), kept.costs(), HealthLimits.library()).checks().stream()
                .filter(check -> check.verdict() != Verdict.UNTOLD)
                .map(check -> new HealthCheckFact(
                        check.limit().check().word(),
                        check.limit().title(),
                        check.value() == null ? null : Math.round(check.value() * 1000) / 1000.0,
                        check.verdict() == Verdict.PASSED))
                .toList();
    }

    /// Obligations with the activities that carry them out.
    private static @Nullable SowFacts scheduled(@Nullable SowFacts sow, KeptPlan kept) {
        if (sow == null || sow.obligations() == null) {
            return sow;
        }
        var activities = new LinkedHashMap<String, List<String>>();
        for (var one : kept.activities()) {
            one.additions()
                    .obligations()
                    .forEach(label -> activities
                            .computeIfAbsent(label, _ -> new ArrayList<>())
                            .add(one.code()));
        }
        return SowFactsBuilder.builder(sow)
                .obligations(sow.obligations().stream()
                        .map(one -> SowFactsObligationFactBuilder.builder(one)
                                .activities(activities.getOrDefault(one.id(), List.of()))
                                .build())
                        .toList())
                .build();
    }
}
