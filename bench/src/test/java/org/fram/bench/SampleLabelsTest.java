package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The labels of `samples/` agree with their documents and with themselves.
///
/// The documents are read here by few and plain means, not by the reader that the review uses, so that a label is
/// never right only because that reader errs as its author did.
class SampleLabelsTest {

    private static final Path SAMPLES = folder();

    private static final List<Sample> ALL = read();

    private static final List<String> QUOTED =
            List.of("obligations", "kpis", "vague", "boilerplate", "assumptions", "objectives", "non_obligations");

    private static final Set<String> KINDS = Set.of("deliverable", "service", "duty", "report", "payment", "term");

    private static final Set<String> SIDES =
            Set.of("buyer", "vendor", "carrier", "partner", "outsourcer", "tester", "other");

    private static final Set<String> TOPICS = Set.of("""
            scope requirements-design configuration development integration hardware network-services number-porting
            licences environments data-migration training training-environment test-functional test-integration
            test-load test-failover test-network-assessment test-uat test-data-numbers cutover onsite-presence
            rollout-phases rollback acceptance transition-to-support post-implementation-support optimization
            knowledge-transfer project-management governance-contacts change-control change-authority assumptions
            pricing billing-payment travel-expenses term-termination warranty liability-insurance
            compliance-security confidentiality kpi-targets risk-reward forecasting volume-contingency reporting
            reviews-qbr desktop-equipment redundancy software-updates roles-raci stakeholder-communication
            risk-management buyer-duties""".split("\\s+"));

    @ParameterizedTest
    @MethodSource("samples")
    void everyQuoteStandsInTheDocument(Sample sample) {
        var quotes = new ArrayList<String>();
        for (var list : QUOTED) {
            sample.each(list).forEach(item -> quotes.add(item.path("quote").asString()));
        }
        sample.each("contradictions").forEach(pair -> {
            quotes.add(pair.path("a").asString());
            quotes.add(pair.path("b").asString());
        });
        sample.labels
                .path("price")
                .path("lines")
                .forEach(line -> quotes.add(line.path("text").asString()));
        sample.labels
                .path("topic_evidence")
                .forEach(evidence -> evidence.forEach(quote -> quotes.add(quote.asString())));

        assertThat(quotes).hasSizeGreaterThan(50).allMatch(sample.text::contains);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void datesQuantitiesAndAmountsArePartsOfTheirQuote(Sample sample) {
        for (var obligation : sample.each("obligations").toList()) {
            var whole = obligation.hasNonNull("full") ? "full" : "quote";
            for (var part : List.of("due", "quantity", "amount")) {
                if (obligation.hasNonNull(part)) {
                    assertThat(obligation.path(whole).asString())
                            .as("%s of %s", part, obligation.path("id").asString())
                            .contains(obligation.path(part).asString());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void obligationsSpeakOfKnownPartiesKindsAndTopics(Sample sample) {
        var names = new HashSet<String>();
        sample.each("parties").forEach(party -> {
            names.add(party.path("name").asString());
            assertThat(party.path("side").asString()).isIn(SIDES);
        });
        var ids = new HashSet<String>();

        for (var obligation : sample.each("obligations").toList()) {
            assertThat(ids.add(obligation.path("id").asString())).isTrue();
            assertThat(obligation.path("kind").asString()).isIn(KINDS);
            assertThat(obligation.path("topic").asString()).isIn(TOPICS);
            assertThat(texts(obligation.path("topics_also")))
                    .isSubsetOf(TOPICS)
                    .doesNotContain(obligation.path("topic").asString());
            assertThat(names).containsAll(obligation.path("raci").propertyNames());
            if (obligation.hasNonNull("accountable")) {
                assertThat(obligation.path("accountable").asString()).isIn(names);
                assertThat(obligation.path("accountable_source").asString()).isIn("explicit", "raci", "context");
                assertThat(obligation.has("joint")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTopicIsCoveredOrMissingOrNotApplicable(Sample sample) {
        var topics = Stream.of("topics_covered", "topics_missing", "topics_not_applicable")
                .flatMap(list -> texts(sample.labels.path(list)).stream())
                .toList();

        assertThat(topics).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(TOPICS);
        assertThat(texts(sample.labels.path("topics_weak"))).isSubsetOf(TOPICS);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aCoveredTopicShowsWhereAndAMissingOneOnlyInEmptyPhrases(Sample sample) {
        var empty = sample.quotes("vague", item -> true);
        var substantial = new TreeSet<String>();
        var any = new TreeSet<String>();
        sample.each("obligations").forEach(obligation -> {
            var topic = obligation.path("topic").asString();
            if (!empty.contains(obligation.path("quote").asString())) {
                substantial.add(topic);
            }
            any.add(topic);
            any.addAll(texts(obligation.path("topics_also")));
        });
        any.addAll(sample.labels.path("topic_evidence").propertyNames());

        assertThat(substantial).doesNotContainAnyElementsOf(texts(sample.labels.path("topics_missing")));
        assertThat(any).containsAll(texts(sample.labels.path("topics_covered")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSentenceIsNotBothPromiseAndNone(Sample sample) {
        var promised = sample.quotes("obligations", item -> true);

        assertThat(sample.quotes("non_obligations", item -> true)).doesNotContainAnyElementsOf(promised);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatNobodyIsToDoIsVague(Sample sample) {
        var nobodys = sample.quotes(
                "obligations",
                item -> !item.hasNonNull("accountable")
                        && !item.has("joint")
                        && !item.path("kind").asString().equals("term"));

        assertThat(sample.quotes("vague", item -> true)).containsAll(nobodys);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anObjectiveHasAKpiWhenSomeKpiServesIt(Sample sample) {
        var served = new TreeSet<String>();
        sample.each("kpis")
                .filter(kpi -> kpi.hasNonNull("serves_objective"))
                .forEach(kpi -> served.add(kpi.path("serves_objective").asString()));

        assertThat(sample.quotes("objectives", item -> item.path("has_kpi").asBoolean()))
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pricesAddUpWhereTheLabelsSaySo(Sample sample) {
        var price = sample.labels.path("price");
        if (!price.has("groups")) {
            assertAddsUp(price, price.path("lines").valueStream());
        }
        for (var group : price.path("groups")) {
            assertAddsUp(
                    group,
                    price.path("lines")
                            .valueStream()
                            .filter(line -> line.path("group").equals(group.path("name"))));
        }
    }

    private static void assertAddsUp(JsonNode table, Stream<JsonNode> lines) {
        if (table.hasNonNull("stated_total")) {
            var sum = lines.map(line -> amount(line.path("amount").asString()))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var total = Objects.requireNonNull(amount(table.path("stated_total").asString()));

            assertThat(sum.compareTo(total) == 0)
                    .as("%s against %s", sum, total)
                    .isEqualTo(table.path("adds_up").asBoolean());
        }
    }

    /// What stands in a line of a price table as a number, or null ("TBD").
    private static @Nullable BigDecimal amount(String text) {
        var digits = text.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? null : new BigDecimal(digits);
    }

    private static List<Sample> samples() {
        return ALL;
    }

    private static List<Sample> read() {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .map(Sample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of the samples, which stands at the root of the repository.
    static Path folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("samples")) && Files.isDirectory(at.resolve("bench"))) {
                return at.resolve("samples");
            }
        }
        throw new IllegalStateException(
                "There is no folder samples above " + Path.of("").toAbsolutePath() + ".");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /// A labelled document.
    ///
    /// @param text the document's, with runs of white space as one space and rows as cells between ` | `
    record Sample(String name, JsonNode labels, String text) {

        static Sample of(Path file) {
            try {
                var labels = new JsonMapper().readTree(Files.readString(file));
                var document = SAMPLES.resolve(labels.path("document").asString());
                return new Sample(file.getFileName().toString(), labels, PlainText.of(document));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }

        Stream<JsonNode> each(String list) {
            return labels.path(list).valueStream();
        }

        List<String> quotes(String list, Predicate<JsonNode> which) {
            return each(list)
                    .filter(which)
                    .map(item -> item.path("quote").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
