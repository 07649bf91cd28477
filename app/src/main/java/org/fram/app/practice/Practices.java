package org.fram.app.practice;

import java.time.LocalDate;
import java.util.List;
import org.fram.facts.FactsDocument;
import org.fram.facts.PracticeFacts;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.Circumstances;
import org.fram.rules.Practice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the practices that come with Fram against facts.
@Component
public class Practices {

    /// What the practices say of the facts on a day, after what people decided about findings.
    public Checked check(FactsDocument facts, LocalDate today, List<Decision> decisions) {
        return Catalogue.standard().check(facts, Circumstances.on(today).with(decided(decisions)));
    }

    /// The practice with this id, or null.
    public @Nullable Practice find(String id) {
        return Catalogue.standard().practice(id);
    }

    private static PracticeFacts decided(List<Decision> decisions) {
        return new PracticeFacts(
                decisions.stream()
                        .flatMap(decision -> decision.waiver().stream())
                        .toList(),
                decisions.stream()
                        .flatMap(decision -> decision.exception().stream())
                        .toList(),
                null,
                null);
    }
}
