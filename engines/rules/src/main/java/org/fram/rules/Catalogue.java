package org.fram.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.rules.PackFile.CompiledPack;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/// Practices, read and compiled, ready to be held against the facts of any number of engagements. Immutable;
/// one serves many threads.
///
/// The work is linear in the items of the facts for practices that look at one item at a time, as those that
/// come with Fram do.
public final class Catalogue {

    /// Checking hundreds of expressions takes its time.
    private static final class Standard {
        static final Catalogue CATALOGUE = of(BuiltInPacks.texts());
    }

    /// A pack that was read, or what is wrong with it.
    private record Reading(@Nullable CompiledPack compiled, List<String> mistakes) {

        static Reading of(String file, String text, Language language) {
            try {
                return new Reading(PackFile.read(text, file, language), List.of());
            } catch (UnusableFileException unusable) {
                return new Reading(null, unusable.mistakes());
            }
        }
    }

    private final Map<String, Practice> practices;
    private final Map<String, List<CompiledCheck>> checks;
    private final List<Pack> packs;
    private final FactTypes types;

    private Catalogue(
            List<Pack> packs,
            Map<String, Practice> practices,
            Map<String, List<CompiledCheck>> checks,
            FactTypes types) {
        this.packs = List.copyOf(packs);
        this.practices = Collections.unmodifiableMap(practices);
        this.checks = Collections.unmodifiableMap(checks);
        this.types = types;
    }

    /// The practices that come with Fram.
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /// The practices that come with Fram, and those of other packs beside them.
    ///
    /// @param texts YAML by the name of its file, which mistakes name
    /// @throws UnusableFileException with the mistakes of all files
    public static Catalogue standardAnd(Map<String, String> texts) {
        var all = new LinkedHashMap<>(BuiltInPacks.texts());
        all.putAll(texts);
        return of(all);
    }

    /// The practices of packs.
    ///
    /// @param texts YAML by the name of its file, which mistakes name
    /// @throws UnusableFileException with the mistakes of all files
    public static Catalogue of(Map<String, String> texts) {
        var language = Language.over(FactsDocument.class);
        var practices = new LinkedHashMap<String, Practice>();
        var checks = new LinkedHashMap<String, List<CompiledCheck>>();
        var packs = new ArrayList<Pack>();
        var mistakes = new ArrayList<String>();
        var readings = texts.entrySet().parallelStream()
                .map(text -> Reading.of(text.getKey(), text.getValue(), language))
                .toList();
        for (var reading : readings) {
            mistakes.addAll(reading.mistakes());
            var compiled = reading.compiled();
            if (compiled == null) {
                continue;
            }
            packs.add(compiled.pack());
            checks.putAll(compiled.checks());
            for (var practice : compiled.pack().practices()) {
                var before = practices.putIfAbsent(practice.id(), practice);
                if (before != null) {
                    mistakes.add("%s: There is another practice %s at %s."
                            .formatted(practice.place(), practice.id(), before.place()));
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UnusableFileException(mistakes, 0);
        }
        return new Catalogue(packs, practices, checks, language.types());
    }

    /// The packs, in the order in which they were given.
    public List<Pack> packs() {
        return packs;
    }

    /// The practice with this id, or null.
    public @Nullable Practice practice(String id) {
        return practices.get(id);
    }

    /// The practice with this id.
    ///
    /// @throws UnusableFileException if there is none; the message names the nearest
    public Practice known(String id) {
        var practice = practices.get(id);
        if (practice == null) {
            throw new UnusableFileException(
                    "There is no practice %s.%s".formatted(id, Nearest.question(id, practices.keySet())));
        }
        return practice;
    }

    /// Holds all practices against facts.
    public Checked check(FactsDocument facts, Circumstances circumstances) {
        return check(facts, circumstances, null);
    }

    /// The same after a change, at the cost of what has changed: a practice whose facts are the same values
    /// as before keeps its verdict, and one that looks at one item at a time is evaluated for items that are
    /// new values.
    ///
    /// @param before what came of the facts before the change, under the same circumstances
    public Checked check(FactsDocument facts, Checked before) {
        return check(facts, before.circumstances(), before);
    }

    private Checked check(FactsDocument facts, Circumstances circumstances, @Nullable Checked before) {
        var decided = Decided.of(circumstances.today(), practices, facts.practices(), circumstances.settings());
        boolean sameDecisions = before != null && Objects.equals(before.facts().practices(), facts.practices());
        var unchanged = before != null && sameDecisions ? new Unchanged(types, before.facts(), facts) : null;
        var verdicts = new ArrayList<Verdict>();
        var memory = new IdentityHashMap<CompiledCheck, Object>();
        boolean sameDays = before != null && Evaluation.holidays(before.facts()).equals(Evaluation.holidays(facts));
        var remembered = new Remembered(before != null && sameDays ? before.remembered() : null);
        @Nullable String stopped = null;
        for (var practice : practices.values()) {
            if (stopped == null && circumstances.stop().getAsBoolean()) {
                stopped = practice.id();
            }
            if (stopped != null) {
                verdicts.add(failed(practice, "The evaluation was stopped before it came to " + practice.id() + "."));
                continue;
            }
            var verdict = verdict(practice, facts, circumstances, decided, before, unchanged, memory, remembered);
            if (verdict.standing() == Standing.FAILED && circumstances.stop().getAsBoolean()) {
                stopped = practice.id();
            }
            verdicts.add(verdict);
        }
        return new Checked(facts, circumstances, verdicts, decided.remarks(), stopped, memory, remembered);
    }

    private Verdict verdict(
            Practice practice,
            FactsDocument facts,
            Circumstances circumstances,
            Decided decided,
            @Nullable Checked before,
            @Nullable Unchanged unchanged,
            Map<CompiledCheck, Object> memory,
            Remembered remembered) {
        var off = decided.offBecause(practice.id());
        if (off != null) {
            return new Verdict(practice.id(), Standing.SWITCHED_OFF, List.of(), List.of(), off);
        }
        var exempt = decided.exempt(practice.id(), null);
        if (exempt != null) {
            return new Verdict(practice.id(), Standing.NOT_APPLICABLE, List.of(), List.of(), exempt);
        }
        return verdict(
                practice,
                checks.getOrDefault(practice.id(), List.of()),
                facts,
                circumstances,
                decided,
                before,
                unchanged,
                memory,
                remembered);
    }

    private Verdict verdict(
            Practice practice,
            List<CompiledCheck> checksOfIt,
            FactsDocument facts,
            Circumstances circumstances,
            Decided decided,
            @Nullable Checked before,
            @Nullable Unchanged unchanged,
            Map<CompiledCheck, Object> memory,
            Remembered remembered) {
        var engagement = facts.engagement();
        var kind = engagement == null ? null : engagement.kind();
        if (kind == null && practice.applies().size() < EngagementKind.values().length) {
            return new Verdict(practice.id(), Standing.NOT_EVALUATED, List.of(), List.of("engagement.kind"), null);
        }
        if (kind != null && !practice.applies().contains(kind)) {
            return new Verdict(
                    practice.id(),
                    Standing.NOT_APPLICABLE,
                    List.of(),
                    List.of(),
                    "It is not for an engagement of the kind “%s”.".formatted(FactTypes.word(kind)));
        }
        var gathering = new Gathering(practice, decided);
        var budget = new Budget(circumstances.steps(), circumstances.stop());
        try {
            for (var check : checksOfIt) {
                var evaluation = evaluation(practice, check, facts, circumstances, decided, budget, remembered);
                var missing = evaluation.missing();
                if (!missing.isEmpty()) {
                    gathering.missing(missing);
                    continue;
                }
                Object outcome = outcome(check, evaluation, before, unchanged);
                memory.put(check, outcome);
                gathering.add(check, outcome);
            }
        } catch (Budget.ExceededException exceeded) {
            return failed(
                    practice,
                    exceeded.stopped()
                            ? "%s: The evaluation was stopped while it was at %s."
                                    .formatted(practice.place(), practice.id())
                            : "%s: %s goes through too much; the limit is %,d steps. Let it look at one item at a time."
                                    .formatted(practice.place(), practice.id(), circumstances.steps()));
        }
        return gathering.verdict();
    }

    private static Verdict failed(Practice practice, String reason) {
        return new Verdict(practice.id(), Standing.FAILED, List.of(), List.of(), reason);
    }

    private Evaluation evaluation(
            Practice practice,
            CompiledCheck check,
            FactsDocument facts,
            Circumstances circumstances,
            Decided decided,
            Budget budget,
            Remembered remembered) {
        var parameters = new HashMap<String, Object>();
        practice.parameters().forEach((name, parameter) -> {
            double value = decided.parameter(practice, name);
            parameters.put(name, parameter.whole() ? (Object) Math.round(value) : (Object) value);
        });
        return new Evaluation(practice, check, types, facts, circumstances.today(), parameters, budget, remembered);
    }

    private static Object outcome(
            CompiledCheck check, Evaluation evaluation, @Nullable Checked before, @Nullable Unchanged unchanged) {
        Object known =
                before == null || unchanged == null ? null : before.memory().get(check);
        if (known == null || unchanged == null || !unchanged.all(check.outer())) {
            return evaluation.outcomes(null);
        }
        if (check.items() == null || unchanged.all(check.items().reads())) {
            return known;
        }
        return evaluation.outcomes(known instanceof Evaluation.Outcomes outcomes ? outcomes : null);
    }

    /// The verdict of one practice, with checks in place of its own.
    Verdict verdict(Practice practice, List<CompiledCheck> others, FactsDocument facts, Circumstances circumstances) {
        var decided = Decided.of(circumstances.today(), practices, facts.practices(), circumstances.settings());
        return verdict(
                practice,
                others,
                facts,
                circumstances,
                decided,
                null,
                null,
                new IdentityHashMap<>(),
                new Remembered(null));
    }

    List<CompiledCheck> checks(Practice practice) {
        return checks.getOrDefault(practice.id(), List.of());
    }

    /// How the practice comes to its verdict, step by step.
    public Explanation explain(String id, FactsDocument facts, Circumstances circumstances) {
        var practice = known(id);
        var decided = Decided.of(circumstances.today(), practices, facts.practices(), circumstances.settings());
        var verdict = verdict(
                practice, facts, circumstances, decided, null, null, new IdentityHashMap<>(), new Remembered(null));
        var budget = new Budget(circumstances.steps(), circumstances.stop());
        var explained = checks.getOrDefault(id, List.of()).stream()
                .map(check -> Explanation.of(
                        check,
                        evaluation(practice, check, facts, circumstances, decided, budget, new Remembered(null))))
                .toList();
        return new Explanation(practice, verdict, explained);
    }

    /// Whether facts are the very values that they were.
    private record Unchanged(FactTypes types, FactsDocument before, FactsDocument after) {

        boolean all(Set<String> paths) {
            return Objects.equals(Evaluation.holidays(before), Evaluation.holidays(after))
                    && paths.stream().allMatch(this::same);
        }

        @SuppressWarnings("ReferenceEquality") // the very same value needs no comparing
        private boolean same(String path) {
            Object one = before;
            Object other = after;
            var shape = types.root();
            for (var name : path.split("\\.")) {
                var field = shape.fields().get(name);
                if (field == null) {
                    return true;
                }
                one = one == null ? null : field.reading().of(one);
                other = other == null ? null : field.reading().of(other);
                if (one == other) {
                    return true;
                }
                var next = types.shapeOf(field.type());
                if (next == null) {
                    return !(one instanceof List) && Objects.equals(one, other);
                }
                shape = next;
            }
            return Objects.equals(one, other);
        }
    }
}
