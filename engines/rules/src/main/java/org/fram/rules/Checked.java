package org.fram.rules;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fram.facts.FactsDocument;
import org.fram.facts.Gate;
import org.jspecify.annotations.Nullable;

/// Facts, and what each practice says of them.
public final class Checked {

    private final FactsDocument facts;
    private final Circumstances circumstances;
    private final List<Verdict> verdicts;
    private final List<String> remarks;
    private final @Nullable String stopped;
    private final Map<CompiledCheck, Object> memory;
    private final Remembered remembered;

    /// @param memory is given away: nobody changes it afterwards
    Checked(
            FactsDocument facts,
            Circumstances circumstances,
            List<Verdict> verdicts,
            List<String> remarks,
            @Nullable String stopped,
            IdentityHashMap<CompiledCheck, Object> memory,
            Remembered remembered) {
        this.facts = facts;
        this.circumstances = circumstances;
        this.verdicts = List.copyOf(verdicts);
        this.remarks = List.copyOf(remarks);
        this.stopped = stopped;
        this.memory = Collections.unmodifiableMap(memory);
        this.remembered = remembered;
    }

    /// What the verdicts are about.
    public FactsDocument facts() {
        return facts;
    }

    /// Under which they were found.
    public Circumstances circumstances() {
        return circumstances;
    }

    /// One for each practice, in the order of the catalogue.
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /// What whoever decided about practices should know: waivers that have ended, decisions about practices
    /// that do not exist.
    public List<String> remarks() {
        return remarks;
    }

    /// The practice at which [Circumstances#stop] ended the evaluation, or null where it came to its end. That one
    /// and those after it have failed.
    public @Nullable String stopped() {
        return stopped;
    }

    /// All findings, the heaviest first, waived ones among them.
    ///
    /// @param gate only those shown at this gate, or null for all
    public List<Finding> findings(@Nullable Gate gate) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> gate == null || finding.at(gate))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /// The verdicts of the practices that are shown at a gate, each with its findings there.
    ///
    /// @param gate null for all practices
    public List<Verdict> verdicts(@Nullable Gate gate, Catalogue catalogue) {
        return gate == null
                ? verdicts
                : verdicts.stream()
                        .filter(verdict -> catalogue.known(verdict.practice()).at(gate))
                        .map(verdict -> verdict.at(gate))
                        .toList();
    }

    Map<CompiledCheck, Object> memory() {
        return memory;
    }

    Remembered remembered() {
        return remembered;
    }
}
