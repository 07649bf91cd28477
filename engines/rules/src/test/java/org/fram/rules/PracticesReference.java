package org.fram.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.facts.Severity;
import org.fram.rules.Practice.Check;
import org.fram.rules.Practice.Parameter;

/// The reference page of the practices that come with Fram, written from their packs.
final class PracticesReference {

    private static final String HEAD = """
            # Practices

            What experienced people know about contact center technology and outsourced service, as checks over the facts
            of an engagement. A practice is quoted, waived and switched off by its id. Where it needs facts that nobody has
            told yet, it answers “not evaluated”, never “fine”; the facts are those of [facts.md](facts.md).

            A finding of the severity *blocker* holds the gates at which it is shown until it is resolved, or until somebody
            with authority lives with it. Thresholds are parameters that an engagement can set.

            Sources: **TICBP** L. Bocklund, *Technology Implementation Challenges and Best Practices*, Contact Center
            Pipeline. **6LL** B. Williams, *6 Lessons Learned from Failed Contact Center Tech Migrations*. **ITCC** Strategic
            Contact, *A New Working Relationship for IT and the Contact Center*. **CCSOW** A. Bennet, *Building the Contact
            Center SOW: The Framework for Success*. **HOS** J. Teeling, *UCaaS Project Step by Step, Part 8: Hand-off to
            Support*. What a source says is told in our own words; “practice” is what people in the field do.

            This page is written from `practices/` by a test of `engines/rules`, with `-Dfram.write=true`.
            """;

    private static final List<String> WEIGHTS = FactTypes.words(Severity.class);

    private final Catalogue catalogue;

    PracticesReference(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String page() {
        var page = new StringBuilder(HEAD);
        for (var pack : catalogue.packs()) {
            page.append("\n- [%s](#%s)".formatted(pack.title(), anchor(pack.title())));
        }
        page.append('\n');
        for (var pack : catalogue.packs()) {
            page.append("\n## %s\n".formatted(pack.title()));
            pack.practices().forEach(practice -> page.append(section(practice)));
        }
        return page.toString();
    }

    private static String section(Practice practice) {
        var text =
                new StringBuilder("\n### %s: %s\n\n%s\n\n".formatted(practice.id(), practice.title(), practice.why()));
        text.append("| for | shown at | severity | source |\n| --- | --- | --- | --- |\n| %s | %s | %s | %s |\n\n"
                .formatted(kinds(practice), gates(practice), severities(practice), practice.source()));
        practice.checks().stream()
                .map(check -> item(practice, check))
                .distinct()
                .forEach(text::append);
        practice.parameters().forEach((name, parameter) -> text.append(item(name, parameter)));
        return text.toString();
    }

    /// What a check needs and what to do where it fires.
    private static String item(Practice practice, Check check) {
        var words = new ArrayList<String>();
        words.add(
                String.valueOf(check.items()).contains("askedBy")
                        ? "Where a document that was only reviewed is silent on it."
                        : "Needs %s."
                                .formatted(check.needs().stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(", "))));
        var gates = check.gates();
        if (gates != null && !gates.equals(practice.gates())) {
            words.add(
                    "Shown at %s.".formatted(gates.stream().map(FactTypes::word).collect(Collectors.joining(", "))));
        }
        words.add(String.valueOf(check.fix()));
        return "- %s\n".formatted(String.join(" ", words));
    }

    private static String item(String name, Parameter parameter) {
        return "- Parameter `%s`, %s%s: %s.\n"
                .formatted(
                        name,
                        Words.of(parameter.standard()),
                        parameter.unit() == null ? "" : " " + parameter.unit(),
                        parameter.about());
    }

    private static String kinds(Practice practice) {
        return practice.applies().stream().map(FactTypes::word).sorted().collect(Collectors.joining(", "));
    }

    private static String gates(Practice practice) {
        var gates =
                new ArrayList<>(practice.gates().stream().map(FactTypes::word).toList());
        if (practice.always()) {
            gates.add("all times");
        }
        return String.join(", ", gates);
    }

    private static String severities(Practice practice) {
        List<String> words = practice.checks().stream()
                .flatMap(check -> check.severity() == null
                        ? WEIGHTS.stream()
                                .filter(word -> String.valueOf(check.severityExpression())
                                        .contains("'%s'".formatted(word)))
                        : Stream.of(FactTypes.word(check.severity())))
                .distinct()
                .sorted(Comparator.comparingInt(WEIGHTS::indexOf))
                .toList();
        return String.join(" or ", words);
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
