package org.fram.app.raid;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.Facts;
import org.fram.facts.FactsDocument;
import org.fram.rules.FactCondition;
import org.fram.rules.FactCondition.Answer;
import org.fram.rules.FactCondition.Answered;
import org.fram.rules.FactCondition.Reading;
import org.springframework.stereotype.Component;

/// The triggers of risks, held against the facts of whoever looks. Is asked within a transaction.
@Component
public class RiskTriggers {

    private final RaidItems items;
    private final Facts facts;

    RiskTriggers(RaidItems items, Facts facts) {
        this.items = items;
        this.facts = facts;
    }

    /// Those of the risks that may still happen. Facts are put together only where there is one.
    public List<AskedTrigger> of(EngagementId engagement) {
        var risks = watched(engagement);
        return risks.isEmpty() ? List.of() : of(risks, facts.of(engagement), facts.today(engagement));
    }

    /// The same by facts that are there.
    public List<AskedTrigger> of(EngagementId engagement, FactsDocument known, LocalDate today) {
        return of(watched(engagement), known, today);
    }

    /// The facts that risks are weighed by: all of them where a trigger asks, else only those before the weekly work,
    /// among them what things cost.
    public FactsDocument known(EngagementId engagement) {
        return watched(engagement).isEmpty() ? facts.upTo(engagement, RaidFactSource.ORDER) : facts.of(engagement);
    }

    private List<RaidItem> watched(EngagementId engagement) {
        return items.open(engagement, ThingKind.RISK).stream()
                .filter(risk -> !risk.words("trigger").isEmpty())
                .toList();
    }

    private static List<AskedTrigger> of(List<RaidItem> risks, FactsDocument known, LocalDate today) {
        return risks.stream()
                .map(risk -> new AskedTrigger(risk, asked(risk.words("trigger"), known, today)))
                .toList();
    }

    /// What was written for facts of another time may have become one that they cannot be asked.
    private static Answered asked(String trigger, FactsDocument known, LocalDate today) {
        return switch (FactCondition.read(trigger)) {
            case Reading.Read(var condition) -> condition.ask(known, today);
            case Reading.Wrong(var mistakes) -> new Answered(Answer.NOT_KNOWN, List.of(), String.join(" ", mistakes));
        };
    }
}
