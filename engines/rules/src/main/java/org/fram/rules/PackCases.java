package org.fram.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.PracticeFacts;
import org.fram.facts.PracticeFacts.ParameterFact;
import org.fram.facts.Severity;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/// The cases of packs: given facts, and what practices are to say of them.
///
/// Each practice fires in one case and stays quiet in another; and each of its checks is told from one that
/// always fires and one that never does.
public final class PackCases {

    /// How an expected list names a finding that is about no item.
    private static final String THE_WHOLE = "the whole";

    /// What a case may expect in one word.
    static final List<String> WORDS =
            Arrays.stream(Standing.values()).map(Standing::word).toList();

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 6, 1);

    private final Catalogue catalogue;
    private final Map<String, List<Case>> cases;

    private PackCases(Catalogue catalogue, Map<String, List<Case>> cases) {
        this.catalogue = catalogue;
        this.cases = cases;
    }

    record Entry(List<CaseEntry> cases) {}

    record CaseEntry(
            Written practice,
            String name,
            FactsDocument given,
            @Nullable LocalDate today,
            @Nullable Map<String, Double> parameters,
            ExpectEntry expect,
            @Nullable Severity severity) {}

    record ExpectEntry(@Nullable Written word, @Nullable List<String> items) {}

    private record Case(CaseEntry entry, Practice practice, Place place) {}

    /// What came of the cases.
    ///
    /// @param passed how many cases held, mutations among them
    /// @param failures a line for each that did not, which begins with its place
    public record Outcome(int passed, List<String> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /// The cases of the packs that come with Fram.
    public static PackCases standard() {
        return of(Catalogue.standard(), BuiltInPacks.cases());
    }

    /// The cases of the packs that come with Fram, and those of other packs beside them.
    ///
    /// @param texts YAML by the name of its file
    /// @throws UnusableFileException with all mistakes of the first file that has any
    public static PackCases standardAnd(Catalogue catalogue, Map<String, String> texts) {
        var all = new LinkedHashMap<>(BuiltInPacks.cases());
        all.putAll(texts);
        return of(catalogue, all);
    }

    /// The cases of a catalogue's packs.
    ///
    /// @param texts YAML by the name of its file
    /// @throws UnusableFileException with all mistakes of the first file that has any
    public static PackCases of(Catalogue catalogue, Map<String, String> texts) {
        var cases = new LinkedHashMap<String, List<Case>>();
        texts.forEach((file, text) -> {
            var mistakes = new Mistakes();
            var root = YamlFile.read(text, file);
            if (root.isEmpty()) {
                return;
            }
            var entry =
                    new Binder(file, mistakes, Map.of("version", FactsDocument.VERSION)).bind(root.get(), Entry.class);
            mistakes.refuse();
            for (var one : Objects.requireNonNull(entry).cases()) {
                var practice = catalogue.practice(one.practice().text());
                if (practice == null) {
                    mistakes.add(
                            one.practice().place(),
                            "There is no practice %s here."
                                    .formatted(one.practice().text()));
                } else {
                    expectable(one.expect(), mistakes);
                    Objects.requireNonNullElse(one.parameters(), Map.<String, Double>of())
                            .forEach((name, value) -> parameter(practice, name, value, one, mistakes));
                    cases.computeIfAbsent(practice.id(), _ -> new ArrayList<>())
                            .add(new Case(one, practice, one.practice().place()));
                }
            }
            mistakes.refuse();
        });
        return new PackCases(catalogue, cases);
    }

    private static void expectable(ExpectEntry expect, Mistakes mistakes) {
        var word = expect.word();
        if (word != null && !WORDS.contains(word.text())) {
            mistakes.add(
                    word.place(),
                    "“%s” is none of: %s, or a list of what fires.%s"
                            .formatted(word.text(), String.join(", ", WORDS), Nearest.question(word.text(), WORDS)));
        }
    }

    private static void parameter(Practice practice, String name, double value, CaseEntry one, Mistakes mistakes) {
        if (!practice.parameters().containsKey(name)) {
            mistakes.add(
                    one.practice().place(),
                    "%s has no parameter “%s”.%s"
                            .formatted(
                                    practice.id(),
                                    name,
                                    Nearest.question(name, practice.parameters().keySet())));
        }
        var fault = Decided.fault(practice, name, value);
        if (fault != null) {
            mistakes.add(one.practice().place(), fault);
        }
    }

    /// Runs all cases, then with each check always and never firing.
    public Outcome run() {
        int passed = 0;
        var failures = new ArrayList<String>();
        for (var pack : catalogue.packs()) {
            for (var practice : pack.practices()) {
                var own = cases.getOrDefault(practice.id(), List.of());
                var wrong = own.stream()
                        .map(one -> failure(one, catalogue.checks(practice)))
                        .filter(Objects::nonNull)
                        .toList();
                failures.addAll(wrong);
                passed += own.size() - wrong.size();
                var survivors = survivors(practice, own);
                failures.addAll(survivors);
                passed += 2 * practice.checks().size() - survivors.size();
            }
        }
        return new Outcome(passed, failures);
    }

    /// Mutations that no case notices.
    private List<String> survivors(Practice practice, List<Case> own) {
        var survivors = new ArrayList<String>();
        var checks = catalogue.checks(practice);
        for (int i = 0; i < checks.size(); i++) {
            for (boolean answer : new boolean[] {true, false}) {
                var changed = new ArrayList<>(checks);
                changed.set(i, checks.get(i).answering(answer));
                if (own.stream().allMatch(one -> failure(one, changed) == null)) {
                    survivors.add("%s: %s%s could as well be %s: no case %s."
                            .formatted(
                                    practice.place(),
                                    practice.id(),
                                    checks.size() == 1 ? "" : ", check %d,".formatted(i + 1),
                                    answer,
                                    answer ? "stays quiet in it" : "fires in it"));
                }
            }
        }
        return survivors;
    }

    private @Nullable String failure(Case one, List<CompiledCheck> checks) {
        var entry = one.entry();
        var today = Objects.requireNonNullElse(entry.today(), SOME_DAY);
        var circumstances = Circumstances.on(today).with(parameters(one));
        var verdict = catalogue.verdict(one.practice(), checks, given(one), circumstances);
        var expected = expected(entry.expect());
        var seen = seen(verdict, entry.expect());
        if (!seen.equals(expected)) {
            return "%s: %s, “%s”: expected %s, but was %s%s."
                    .formatted(one.place(), one.practice().id(), entry.name(), expected, seen, why(verdict));
        }
        var severity = entry.severity();
        if (severity != null && verdict.open().stream().anyMatch(finding -> finding.severity() != severity)) {
            return "%s: %s, “%s”: expected the severity %s, but was %s."
                    .formatted(
                            one.place(),
                            one.practice().id(),
                            entry.name(),
                            FactTypes.word(severity),
                            FactTypes.word(verdict.open().getFirst().severity()));
        }
        return null;
    }

    /// The facts of a case, joined; where they do not say of which kind the engagement is, it is of the first that the
    /// practice is for.
    private static FactsDocument given(Case one) {
        var given = Joins.of(one.entry().given());
        var engagement = given.engagement();
        if (engagement != null && engagement.kind() != null) {
            return given;
        }
        var builder =
                engagement == null ? EngagementFactsBuilder.builder() : EngagementFactsBuilder.builder(engagement);
        return FactsDocumentBuilder.builder(given)
                .engagement(
                        builder.kind(Collections.min(one.practice().applies())).build())
                .build();
    }

    private static PracticeFacts parameters(Case one) {
        var values = new ArrayList<ParameterFact>();
        Objects.requireNonNullElse(one.entry().parameters(), new HashMap<String, Double>())
                .forEach((name, value) ->
                        values.add(new ParameterFact(one.practice().id(), name, value)));
        return new PracticeFacts(null, null, null, values);
    }

    private static String expected(ExpectEntry expect) {
        var items = expect.items();
        return items == null
                ? Objects.requireNonNull(expect.word()).text()
                : items.stream().sorted().toList().toString();
    }

    private static String seen(Verdict verdict, ExpectEntry expect) {
        if (expect.items() != null) {
            return verdict.standing() == Standing.FAILED
                    ? "failed"
                    : verdict.open().stream()
                            .map(finding -> finding.item().isEmpty() ? THE_WHOLE : finding.item())
                            .sorted()
                            .toList()
                            .toString();
        }
        return verdict.standing().word();
    }

    private static String why(Verdict verdict) {
        if (verdict.reason() != null) {
            return " (%s)".formatted(verdict.reason());
        }
        return verdict.unknown().isEmpty() ? "" : " (not known: %s)".formatted(String.join(", ", verdict.unknown()));
    }
}
