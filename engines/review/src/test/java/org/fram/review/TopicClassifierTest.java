package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TopicClassifierTest {

    private static final Topics TOPICS = Topics.load();
    private static final TopicClassifier CLASSIFIER = new TopicClassifier(TOPICS);

    /// Sentences for and near a topic.
    record Case(List<String> is, String not) {}

    private static Map<String, Case> cases() {
        try (var in = TopicClassifierTest.class.getResourceAsStream("topic-cases.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(in), new TypeReference<Map<String, Case>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> sentencesOfTopics() {
        return cases().entrySet().stream()
                .flatMap(topic ->
                        topic.getValue().is().stream().map(sentence -> Arguments.of(topic.getKey(), sentence)));
    }

    static Stream<Arguments> nearMisses() {
        return cases().entrySet().stream()
                .map(topic -> Arguments.of(topic.getKey(), topic.getValue().not()));
    }

    @Test
    void everyTopicHasItsSentences() {
        assertThat(cases().keySet())
                .containsExactlyElementsOf(TOPICS.all().stream().map(Topic::id).toList());
        assertThat(cases().values()).allMatch(one -> one.is().size() >= 2);
        var prototypes = TOPICS.all().stream()
                .flatMap(topic -> topic.prototypes().stream())
                .toList();
        assertThat(cases().values().stream().flatMap(one -> one.is().stream())).doesNotContainAnyElementsOf(prototypes);
    }

    @ParameterizedTest
    @MethodSource("sentencesOfTopics")
    void aSentenceOfATopicIsToldFromAllOthers(String topic, String sentence) {
        assertThat(first(Saying.text(sentence))).isEqualTo(topic);
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void aSentenceThatOnlyComesNearIsLeftToOthers(String topic, String sentence) {
        assertThat(first(Saying.text(sentence))).isNotEqualTo(topic);
    }

    @Test
    void aSentenceThatSaysLittleIsAboutWhatItsHeadingSays() {
        var quote = "The parties complete it within ten days.";

        assertThat(first(Saying.under("7. Acceptance", quote))).isEqualTo("acceptance");
        assertThat(first(Saying.under("9. Training", quote))).isEqualTo("training");
    }

    @Test
    void itsOwnWordsOutweighTheHeading() {
        var quote = "Invoices are sent monthly and are payable within 30 days.";

        assertThat(first(Saying.under("7. Acceptance", quote))).isEqualTo("billing-payment");
    }

    @Test
    void aRowOfAResponsibilityTableIsAboutItsActivity() {
        var row = Saying.row("Roles and responsibilities", "Activity | Vendor | Client", "Load test | A/R | C");

        assertThat(first(row)).isEqualTo("test-load");
    }

    @Test
    void whatTheBuyerHasToDoIsItsDutyWhereNothingElseIsSaid() {
        var vague = Saying.sentence("Ostara gives the list of names by week 2.");

        var favoured =
                CLASSIFIER.rank(List.of(vague), List.of(Set.of("buyer-duties"))).getFirst();
        var plain = CLASSIFIER.rank(vague);

        assertThat(score("buyer-duties", favoured)).isGreaterThan(score("buyer-duties", plain));
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() {
        var statements = new ArrayList<>(cases().values().stream()
                .flatMap(one -> one.is().stream())
                .map(Saying::text)
                .toList());
        var topics = firsts(statements);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < statements.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(20_261_122));
        var shuffled = firsts(order.stream().map(statements::get).toList());

        assertThat(shuffled).isEqualTo(order.stream().map(topics::get).toList());
    }

    private static List<String> firsts(List<Statement> statements) {
        return CLASSIFIER.rank(statements, Collections.nCopies(statements.size(), Set.of())).stream()
                .map(TopicClassifier::first)
                .toList();
    }

    private static String first(Statement statement) {
        return TopicClassifier.first(CLASSIFIER.rank(statement));
    }

    private static double score(String topic, List<TopicScore> ranked) {
        return ranked.stream()
                .filter(score -> score.topic().equals(topic))
                .mapToDouble(TopicScore::score)
                .findFirst()
                .orElse(0);
    }
}
