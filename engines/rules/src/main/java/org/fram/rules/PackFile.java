package org.fram.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.EngagementKind;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;

/// A pack of practices as YAML; `docs/reference/practice-packs.md` tells the format.
final class PackFile {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*-[A-Za-z0-9-]+");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private PackFile() {}

    /// The file as it is written.
    record Entry(Written pack, String title, List<PracticeEntry> practices) {}

    /// A practice as it is written: with one check of its own, or a list of checks.
    record PracticeEntry(
            Written id,
            String title,
            List<EngagementKind> applies,
            List<Written> gates,
            @Nullable SeverityEntry severity,
            String source,
            String why,
            @Nullable List<Written> needs,
            @JsonProperty("for") @Nullable Map<String, Written> items,
            @Nullable Written when,
            @Nullable Written message,
            @Nullable Written fix,
            @Nullable Map<String, ParameterEntry> parameters,
            @Nullable List<CheckEntry> checks) {}

    /// A check as it is written; what it leaves out is that of its practice.
    record CheckEntry(
            @Nullable List<Written> needs,
            @JsonProperty("for") @Nullable Map<String, Written> items,
            Written when,
            Written message,
            @Nullable Written fix,
            @Nullable SeverityEntry severity,
            @Nullable List<Written> gates) {}

    record SeverityEntry(@Nullable Written word, @Nullable Written expression) {}

    record ParameterEntry(
            @JsonProperty("default") Written standard,
            @Nullable String unit,
            String about) {}

    /// Reads a pack and compiles its expressions.
    ///
    /// @throws UnusableFileException with all its mistakes
    static CompiledPack read(String text, String file, Language language) {
        var mistakes = new Mistakes();
        var root = YamlFile.read(text, file);
        if (root.isEmpty()) {
            throw new UnusableFileException(
                    "%s: The file is empty; a pack has an id, a title and practices.".formatted(new Place(file, 1, 1)));
        }
        var binder = new Binder(file, mistakes);
        var entry = binder.bind(root.get(), Entry.class);
        mistakes.refuse();
        return new Reader(language, mistakes).pack(Objects.requireNonNull(entry));
    }

    /// A pack with the code of its checks, practice by practice.
    record CompiledPack(Pack pack, Map<String, List<CompiledCheck>> checks) {}

    private static final class Reader {

        private final Language language;
        private final Mistakes mistakes;

        Reader(Language language, Mistakes mistakes) {
            this.language = language;
            this.mistakes = mistakes;
        }

        CompiledPack pack(Entry entry) {
            var practices = new ArrayList<Practice>();
            var compiled = new LinkedHashMap<String, List<CompiledCheck>>();
            var places = new HashMap<String, Place>();
            for (var written : entry.practices()) {
                var id = written.id().text();
                var before = places.putIfAbsent(id, written.id().place());
                if (before != null) {
                    mistakes.add(written.id().place(), "There is another practice %s at %s.".formatted(id, before));
                    continue;
                }
                if (!ID.matcher(id).matches()) {
                    mistakes.add(
                            written.id().place(),
                            "“%s” is no id; an id is capitals, a hyphen and a number, such as SOW-02.".formatted(id));
                }
                practices.add(practice(written, entry.pack().text(), compiled));
            }
            mistakes.refuse();
            return new CompiledPack(new Pack(entry.pack().text(), entry.title(), practices), compiled);
        }

        private Practice practice(PracticeEntry written, String pack, Map<String, List<CompiledCheck>> compiled) {
            var parameters = parameters(written);
            var withParameters = language.with(CompiledCheck.types(parameters));
            var checks = new ArrayList<Practice.Check>();
            var codes = new ArrayList<CompiledCheck>();
            for (var check : checks(written)) {
                var plain = check(written, check);
                checks.add(plain);
                var code = CompiledCheck.of(check, plain, withParameters, mistakes);
                if (code != null) {
                    codes.add(code);
                }
            }
            compiled.put(written.id().text(), codes);
            if (written.applies().isEmpty()) {
                mistakes.add(
                        written.id().place(),
                        "%s applies to no kind of engagement; name one or both."
                                .formatted(written.id().text()));
            }
            return new Practice(
                    written.id().text(),
                    pack,
                    written.title(),
                    Set.copyOf(written.applies()),
                    always(written.gates()),
                    gates(written.gates()),
                    written.source(),
                    written.why().strip(),
                    parameters,
                    checks,
                    written.id().place());
        }

        /// The checks of a practice, with what they leave out filled in from it.
        private List<CheckEntry> checks(PracticeEntry written) {
            boolean inline = written.when() != null || written.message() != null || written.items() != null;
            if (written.checks() == null) {
                if (written.when() == null || written.message() == null) {
                    mistakes.add(
                            written.id().place(),
                            "A practice has `when` and `message`, or a list of `checks`; %s has neither."
                                    .formatted(written.id().text()));
                    return List.of();
                }
                return List.of(new CheckEntry(
                        written.needs(),
                        written.items(),
                        written.when(),
                        written.message(),
                        written.fix(),
                        written.severity(),
                        null));
            }
            if (inline) {
                mistakes.add(
                        written.id().place(),
                        "%s has both a check of its own and a list of `checks`; move the first into the list."
                                .formatted(written.id().text()));
            }
            return written.checks().stream()
                    .map(check -> new CheckEntry(
                            check.needs() == null ? written.needs() : check.needs(),
                            check.items(),
                            check.when(),
                            check.message(),
                            check.fix() == null ? written.fix() : check.fix(),
                            check.severity() == null ? written.severity() : check.severity(),
                            check.gates()))
                    .toList();
        }

        private Practice.Check check(PracticeEntry practice, CheckEntry check) {
            var severity = check.severity();
            if (severity == null) {
                mistakes.add(
                        practice.id().place(),
                        "%s has no severity.".formatted(practice.id().text()));
                severity = new SeverityEntry(null, null);
            }
            var items = check.items();
            if (items != null && items.size() != 1) {
                mistakes.add(
                        practice.id().place(),
                        "`for` names one variable and its list, as in `for: {o: sow.obligations}`.");
            }
            var variable = items == null || items.isEmpty()
                    ? null
                    : items.keySet().iterator().next();
            if (variable != null && (!NAME.matcher(variable).matches() || language.knows(variable))) {
                mistakes.add(
                        practice.id().place(),
                        "“%s” cannot be the name of an item: %s."
                                .formatted(
                                        variable,
                                        language.knows(variable)
                                                ? "it is a variable already"
                                                : "a name is lower-case letters and digits"));
            }
            var gates = check.gates();
            return new Practice.Check(
                    check.needs() == null
                            ? List.of()
                            : check.needs().stream().map(Written::text).toList(),
                    variable,
                    variable == null ? null : items(items, variable),
                    check.when().text(),
                    check.message().text().strip(),
                    check.fix() == null ? null : check.fix().text().strip(),
                    word(severity.word()),
                    severity.expression() == null ? null : severity.expression().text(),
                    gates == null ? null : gates(gates));
        }

        private static String items(@Nullable Map<String, Written> items, String variable) {
            return Objects.requireNonNull(Objects.requireNonNull(items).get(variable))
                    .text();
        }

        private @Nullable Severity word(@Nullable Written word) {
            if (word == null) {
                return null;
            }
            for (var severity : Severity.values()) {
                if (FactTypes.word(severity).equals(word.text())) {
                    return severity;
                }
            }
            var words = FactTypes.words(Severity.class);
            mistakes.add(
                    word.place(),
                    "“%s” is none of: %s.%s"
                            .formatted(word.text(), String.join(", ", words), Nearest.question(word.text(), words)));
            return null;
        }

        private static boolean always(List<Written> gates) {
            return gates.stream().anyMatch(gate -> gate.text().equals("all"));
        }

        private List<Gate> gates(List<Written> written) {
            var words = FactTypes.words(Gate.class);
            var gates = new ArrayList<Gate>();
            for (var gate : written) {
                var known = Arrays.stream(Gate.values())
                        .filter(one -> FactTypes.word(one).equals(gate.text()))
                        .findFirst();
                if (known.isPresent()) {
                    gates.add(known.get());
                } else if (!gate.text().equals("all")) {
                    mistakes.add(
                            gate.place(),
                            "“%s” is none of: %s, all.%s"
                                    .formatted(
                                            gate.text(),
                                            String.join(", ", words),
                                            Nearest.question(gate.text(), words)));
                }
            }
            return gates;
        }

        private Map<String, Practice.Parameter> parameters(PracticeEntry written) {
            var parameters = new LinkedHashMap<String, Practice.Parameter>();
            Objects.requireNonNullElse(written.parameters(), Map.<String, ParameterEntry>of())
                    .forEach((name, entry) -> {
                        if (!NAME.matcher(name).matches() || language.knows(name)) {
                            mistakes.add(
                                    entry.standard().place(),
                                    "“%s” cannot be the name of a parameter.".formatted(name));
                            return;
                        }
                        var text = entry.standard().text();
                        try {
                            boolean whole = text.matches("-?\\d+");
                            parameters.put(
                                    name,
                                    new Practice.Parameter(
                                            Double.parseDouble(text), whole, entry.unit(), entry.about()));
                        } catch (NumberFormatException wrong) {
                            mistakes.add(entry.standard().place(), "“%s” is no number.".formatted(text));
                        }
                    });
            return parameters;
        }
    }
}
