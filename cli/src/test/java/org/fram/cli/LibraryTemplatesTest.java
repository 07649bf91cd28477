package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.drafting.Answers;
import org.fram.drafting.AnswersFile;
import org.fram.drafting.Draft;
import org.fram.drafting.Drafting;
import org.fram.drafting.Question.Kind;
import org.fram.drafting.SowLibrary;
import org.fram.drafting.SowTemplate;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.SourcingStrategy;
import org.fram.office.Documents;
import org.fram.review.Review;
import org.fram.review.ReviewFacts;
import org.fram.review.Reviewer;
import org.fram.review.Topic;
import org.fram.review.Topics;
import org.fram.rules.Catalogue;
import org.fram.rules.Circumstances;
import org.fram.rules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The templates of the library hold what Fram asks of every statement of work: each is drafted with
/// sample answers, in each of its variants, written as a Word document, read again, reviewed, and held
/// against the practices.
class LibraryTemplatesTest {

    private static final Path SAMPLES = Path.of("..", "samples", "answers");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    private static final Reviewer REVIEWER = new Reviewer();
    private static final Catalogue PRACTICES = Catalogue.standard();

    /// Of some 200 obligations these may have nobody who answers for them alone: what both parties do,
    /// and terms.
    private static final int MOST_WITHOUT_PARTY = 12;

    @TempDir
    private Path folder;

    /// A template with answers that differ from the sample's.
    private record Variant(String template, Map<String, List<String>> otherwise) {

        static Variant of(String template, String... otherwise) {
            var answers = new LinkedHashMap<String, List<String>>();
            for (int i = 0; i < otherwise.length; i += 2) {
                answers.put(
                        otherwise[i], otherwise[i + 1].isEmpty() ? List.of() : List.of(otherwise[i + 1].split("\\|")));
            }
            return new Variant(template, answers);
        }
    }

    private static Stream<Variant> variants() {
        String racks = "Server; 4; Equipment room in Fernhill|Gateway; 2; Equipment room in Osterley";
        return Stream.of(
                Variant.of("technology"),
                Variant.of("technology", "sourcing", "hosted", "integrator", "partner"),
                Variant.of("technology", "sourcing", "premises", "equipment", racks),
                Variant.of(
                        "technology",
                        "sourcing",
                        "premises",
                        "equipment",
                        racks,
                        "hardware",
                        "customer",
                        "integrator",
                        "customer",
                        "trainers",
                        "vendor",
                        "travel",
                        "capped",
                        "travel-cap",
                        "40000"),
                Variant.of(
                        "technology",
                        "network",
                        "vendor",
                        "carrier",
                        "through",
                        "numbers",
                        "",
                        "interfaces",
                        "",
                        "development",
                        "yes",
                        "developed",
                        "A page on which members ask for a call",
                        "migration",
                        "no"),
                Variant.of(
                        "technology",
                        "rollout",
                        "single",
                        "single-reason",
                        "both sites share one queue",
                        "design-presence",
                        "remote",
                        "training-presence",
                        "remote",
                        "cutover-presence",
                        "remote"),
                Variant.of("outsourced-service"),
                Variant.of("outsourced-service", "place", "home", "platform", "customer", "unit", "hour"),
                Variant.of(
                        "outsourced-service",
                        "place",
                        "provider",
                        "credit",
                        "no",
                        "bonus",
                        "no",
                        "travel",
                        "capped",
                        "travel-cap",
                        "20000"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aDraftCoversItsTopicsAndHasNoBlockerNoBoilerplateAndHardlyAWarning(Variant variant) throws IOException {
        var review = review(variant);
        boolean service = variant.template().equals("outsourced-service");
        var kind = service ? EngagementKind.OUTSOURCED_SERVICE : EngagementKind.TECHNOLOGY_PROJECT;

        assertThat(review.kind()).isEqualTo(kind);
        if (!service) {
            String sourcing = variant.otherwise()
                    .getOrDefault("sourcing", List.of("cloud"))
                    .getFirst();
            assertThat(review.sourcing())
                    .isEqualTo(
                            switch (sourcing) {
                                case "premises" -> SourcingStrategy.PREMISES;
                                case "hosted" -> SourcingStrategy.HOSTED;
                                default -> SourcingStrategy.CLOUD;
                            });
        }
        assertThat(review.topicsMissing()).doesNotContainAnyElementsOf(applicable(kind));
        assertThat(review.boilerplate()).isEmpty();
        assertThat(review.vague()).isEmpty();
        assertThat(review.unclear()).isEmpty();
        assertThat(review.contradictions()).isEmpty();
        assertThat(review.priceErrors()).isEmpty();
        assertThat(work(review).filter(one -> one.accountable() == null)).hasSizeLessThan(MOST_WITHOUT_PARTY);
        assertThat(work(review)).hasSizeGreaterThan(80);
        var findings = findings(review);
        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.BLOCKER);
        assertThat(findings.stream().filter(finding -> finding.severity() == Severity.WARNING))
                .as(findings.toString())
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(finding -> Set.of("SOW-03").contains(finding.practice()));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theSampleAnswersLeaveNothingOpen(Variant variant) throws IOException {
        assertThat(Drafting.draft(template(variant), answers(variant)).open()).isEmpty();
    }

    @Test
    void noChoiceLeavesAReferenceWithoutItsClause() throws IOException {
        for (var template : SowLibrary.standard().templates()) {
            for (var question : template.questions()) {
                var values = new ArrayList<String>();
                if (question.kind() == Kind.YES_NO) {
                    values.addAll(List.of(Answers.YES, Answers.NO));
                }
                question.options().forEach(option -> values.add(option.value()));
                for (String value : values) {
                    var draft = Drafting.draft(template, answers(Variant.of(template.id(), question.id(), value)));
                    assertThat(draft.open())
                            .as("%s: %s = %s", template.id(), question.id(), value)
                            .noneMatch(open -> open.kind() == Draft.Kind.CLAUSE);
                }
            }
        }
    }

    @Test
    void blanksAreFoundByTheReview() throws IOException {
        var review = review(Variant.of("technology", "vendor", "", "agents", "", "go-live", ""));

        assertThat(review.vague())
                .extracting(Review.Vague::reason)
                .contains("left open: “[Open: number of agents]”")
                .contains("left open: “[Open: date of go-live]”");
    }

    private static Stream<Review.Obligation> work(Review review) {
        return review.obligations().stream()
                .filter(one -> one.kind() != ObligationKind.TERM && one.kind() != ObligationKind.PAYMENT);
    }

    private static List<String> applicable(EngagementKind kind) {
        return Topics.load().all().stream()
                .filter(topic -> !topic.askedBy(kind).isEmpty())
                .map(Topic::id)
                .toList();
    }

    private static List<Finding> findings(Review review) {
        return PRACTICES.check(ReviewFacts.of(review), Circumstances.on(TODAY)).findings(null);
    }

    private Review review(Variant variant) throws IOException {
        var file = folder.resolve("draft.docx");
        try (var out = Files.newOutputStream(file)) {
            Documents.writeDocx(
                    Drafting.draft(template(variant), answers(variant)).blocks(), out);
        }
        return REVIEWER.review(Documents.read(file));
    }

    private static SowTemplate template(Variant variant) {
        return SowLibrary.standard().template(variant.template()).orElseThrow();
    }

    private static Answers answers(Variant variant) throws IOException {
        var file = SAMPLES.resolve(variant.template() + ".yaml");
        var typed = new HashMap<>(AnswersFile.read(file.toString(), Files.readString(file)));
        typed.putAll(variant.otherwise());
        var reading = Answers.read(template(variant), typed);
        assertThat(reading.refusals()).isEmpty();
        return reading.answers();
    }
}
