package org.fram.app.sow;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFactsBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people keep in the registers of requirements and assumptions, as their part of the facts. A register
/// without rows says nothing: what it is about is then as unknown as before.
///
/// An assumption of the register takes the place of one of the document with the same number or words. Where
/// the register is kept, who owns an assumption and whether it holds is said there or nowhere, so that those
/// of the document that it lacks have no owner.
@Component
class RegisterFacts implements FactSource {

    static final int ORDER = 20;

    /// What reviews cannot tell of assumptions, and the register can.
    private static final Set<String> SAID_HERE =
            Set.of("sow.assumptions.owner", "sow.assumptions.validateBy", "sow.assumptions.holds");

    private final Requirements requirements;
    private final Assumptions assumptions;

    RegisterFacts(Requirements requirements, Assumptions assumptions) {
        this.requirements = requirements;
        this.assumptions = assumptions;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var required = requirements.facts(engagement);
        var assumed = assumptions.facts(engagement);
        if (required.isEmpty() && assumed.isEmpty()) {
            return facts;
        }
        var before = facts.sow();
        var sow = before == null ? SowFactsBuilder.builder() : SowFactsBuilder.builder(before);
        var added = FactsDocumentBuilder.builder(facts);
        if (!required.isEmpty()) {
            sow.requirements(required);
        }
        if (!assumed.isEmpty()) {
            sow.assumptions(joined(assumed, before));
            added.unread(Objects.requireNonNullElse(facts.unread(), List.<String>of()).stream()
                    .filter(path -> !SAID_HERE.contains(path))
                    .toList());
        }
        return added.sow(sow.build()).build();
    }

    private static List<AssumptionFact> joined(List<AssumptionFact> kept, @Nullable SowFacts document) {
        var known = new HashSet<String>();
        for (var one : kept) {
            known.add(one.id());
            known.add(words(one));
        }
        var stated = document == null ? null : document.assumptions();
        return Stream.concat(
                        kept.stream(),
                        Objects.requireNonNullElse(stated, List.<AssumptionFact>of()).stream()
                                .filter(one -> !known.contains(one.id()) && !known.contains(words(one))))
                .toList();
    }

    /// Letters and digits alone: a list that went through other programs has other spaces and quotation
    /// marks.
    private static String words(AssumptionFact assumption) {
        return assumption
                .text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
