package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.facts.Severity;
import org.fram.rules.Practice.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The packs that come with Fram hold the whole catalogue: each practice with its kinds of engagement, gates,
/// severities and sources, as the list beside this test says.
class BuiltInCatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    /// The severities, the heaviest first.
    private static final List<String> WEIGHTS = FactTypes.words(Severity.class);

    /// What weighs less than the list says, in one kind of item: an attachment may be a file of its own.
    private static final Map<String, String> LIGHTER = Map.of("SOW-12", "information");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    /// A line of the list.
    record Line(String id, Set<String> kinds, List<String> gates, Set<String> severities, String source) {

        static Line of(String text) {
            var cells = text.split("\t");
            return new Line(
                    cells[0], Set.copyOf(words(cells[1])), words(cells[2]), Set.copyOf(words(cells[3])), cells[4]);
        }

        private static List<String> words(String cell) {
            return Arrays.stream(cell.split(", ")).sorted().toList();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @Test
    void thePacksHoldThePracticesOfTheListAndNoOthers() {
        assertThat(practices().map(Practice::id))
                .containsExactlyInAnyOrderElementsOf(
                        lines().stream().map(Line::id).toList());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aPracticeIsForItsKindsAtItsGatesFromItsSources(Line line) {
        var practice = CATALOGUE.known(line.id());

        assertThat(practice.applies().stream().map(FactTypes::word)).containsExactlyInAnyOrderElementsOf(line.kinds());
        assertThat(gates(practice)).isEqualTo(line.gates());
        assertThat(practice.source()).isEqualTo(line.source());
    }

    /// A check of what a document is silent about may weigh less than what is known to be amiss, and is then the only
    /// one that does.
    @ParameterizedTest
    @MethodSource("lines")
    void aPracticeWeighsWhatTheListSays(Line line) {
        var practice = CATALOGUE.known(line.id());

        var severities = practice.checks().stream()
                .filter(check -> !asksForTopics(check))
                .flatMap(check -> severities(check).stream())
                .collect(Collectors.toSet());
        severities.remove(LIGHTER.get(line.id()));
        assertThat(severities).isEqualTo(line.severities());
        assertThat(practice.checks().stream()
                        .filter(BuiltInCatalogueTest::asksForTopics)
                        .flatMap(check -> severities(check).stream()))
                .allSatisfy(severity -> assertThat(WEIGHTS.indexOf(severity))
                        .isGreaterThanOrEqualTo(line.severities().stream()
                                .mapToInt(WEIGHTS::indexOf)
                                .min()
                                .orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aPracticeSaysWhyAndWhatToDo(Line line) {
        var practice = CATALOGUE.known(line.id());

        assertThat(practice.title()).hasSizeBetween(8, 110).doesNotEndWith(".");
        assertThat(practice.why()).hasSizeGreaterThan(40).endsWith(".");
        assertThat(practice.checks()).allSatisfy(check -> {
            assertThat(check.fix()).hasSizeGreaterThan(20);
            assertThat(check.message()).hasSizeGreaterThan(15);
        });
        assertThat(practice.parameters().values())
                .allSatisfy(parameter -> assertThat(parameter.about()).hasSizeGreaterThan(15));
    }

    private static List<String> gates(Practice practice) {
        var gates =
                new ArrayList<>(practice.gates().stream().map(FactTypes::word).toList());
        if (practice.always()) {
            gates.add("all");
        }
        gates.sort(Comparator.naturalOrder());
        return gates;
    }

    private static boolean asksForTopics(Check check) {
        var items = check.items();
        return items != null && items.contains("sow.topics.filter(") && items.contains("in t.askedBy");
    }

    private static Set<String> severities(Check check) {
        var fixed = check.severity();
        if (fixed != null) {
            return Set.of(FactTypes.word(fixed));
        }
        return QUOTED.matcher(Objects.requireNonNull(check.severityExpression()))
                .results()
                .map(match -> match.group(1))
                .filter(WEIGHTS::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<Practice> practices() {
        return CATALOGUE.packs().stream().flatMap(pack -> pack.practices().stream());
    }

    private static List<Line> lines() {
        try (var in = Objects.requireNonNull(BuiltInCatalogueTest.class.getResourceAsStream("catalogue.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The list of the catalogue cannot be read.", e);
        }
    }
}
