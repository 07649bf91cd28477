package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The practices find in the engagement of `samples/` exactly what was planted in it.
class SampleEngagementTest {

    private static final Path SAMPLES = Path.of("../../samples");
    private static final String NAME = "rivermark_permits_line";

    private static final Planted PLANTED = planted();
    private static final FactsDocument FACTS = FactsFile.read(text(".facts.yaml"), NAME + ".facts.yaml");
    private static final Checked CHECKED =
            Catalogue.standard().check(FACTS, Circumstances.on(Objects.requireNonNull(FACTS.asOf())));

    /// What was planted.
    record Planted(List<Plant> findings, List<Plant> waived, List<Gap> notEvaluated) {}

    /// @param item absent where it is about the engagement
    record Plant(String practice, @Nullable String item, String why) {

        @Override
        public String toString() {
            return item == null ? practice : practice + " " + item;
        }
    }

    record Gap(String practice, List<String> unknown, String why) {

        @Override
        public String toString() {
            return "%s %s".formatted(practice, unknown);
        }
    }

    @Test
    void whatWasPlantedIsFoundAndNothingElse() {
        assertThat(open().map(SampleEngagementTest::plant))
                .containsExactlyInAnyOrderElementsOf(words(PLANTED.findings()));
    }

    @Test
    void whatSomebodyLivesWithIsToldAsWaived() {
        assertThat(CHECKED.findings(null).stream()
                        .filter(finding -> finding.waiver() != null)
                        .map(SampleEngagementTest::plant))
                .containsExactlyInAnyOrderElementsOf(words(PLANTED.waived()));
    }

    @Test
    void whatTheDocumentLeavesOutIsNamedAndNothingElse() {
        assertThat(CHECKED.verdicts().stream()
                        .filter(verdict -> !verdict.unknown().isEmpty())
                        .map(verdict -> "%s %s".formatted(verdict.practice(), verdict.unknown())))
                .containsExactlyInAnyOrderElementsOf(words(PLANTED.notEvaluated()));
    }

    @Test
    void messagesNameTheItemThatTheyAreAbout() {
        assertThat(open().filter(finding -> finding.list() != null))
                .allSatisfy(finding -> assertThat(finding.message()).contains(finding.item()));
    }

    private static Stream<Finding> open() {
        return CHECKED.findings(null).stream().filter(finding -> finding.waiver() == null);
    }

    private static String plant(Finding finding) {
        return new Plant(finding.practice(), finding.item().isEmpty() ? null : finding.item(), "").toString();
    }

    private static List<String> words(List<?> planted) {
        return planted.stream().map(Object::toString).toList();
    }

    private static Planted planted() {
        return YAMLMapper.shared().readValue(text(".findings.yaml"), Planted.class);
    }

    private static String text(String ending) {
        try {
            return Files.readString(SAMPLES.resolve(NAME + ending));
        } catch (IOException e) {
            throw new IllegalStateException("The sample cannot be read.", e);
        }
    }
}
