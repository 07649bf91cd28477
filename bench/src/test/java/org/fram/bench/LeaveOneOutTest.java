package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fram.bench.Score.Found;
import org.fram.office.Document;
import org.fram.review.Review;
import org.fram.review.ReviewSettings;
import org.fram.review.ReviewSettings.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveOneOutTest {

    @TempDir
    private Path folder = Path.of("");

    /// Three statements, each with one obligation; the third one is found by another threshold than the others.
    private ReviewRun run() throws Exception {
        for (var name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name + ".txt"), "Orrin counts the " + name + " desks every week.\n");
            Files.writeString(folder.resolve(name + ".gold.json"), """
                    {"document": "%s.txt", "parties": [], "obligations": [{"id": "1", "kind": "duty",
                     "quote": "Orrin counts the %s desks every week.", "topic": "reporting"}]}""".formatted(name, name));
        }
        return ReviewRun.below(folder, "");
    }

    private static Review finds(Document document, boolean found) {
        var draft = new Draft();
        return found
                ? draft.obligation("Orrin counts the " + document.name().charAt(0) + " desks every week.", null)
                        .review()
                : draft.review();
    }

    @Test
    void eachStatementIsScoredWithThresholdsThatWereChosenOnTheOthers() throws Exception {
        var settings =
                new ReviewSettings(Map.of("from", new Threshold(0.5, List.of(0.1, 0.5, 0.9), "what is an obligation")));

        // a and b are found from 0.1 only, c from 0.9 only.
        var outcome = LeaveOneOut.of(
                run(),
                settings,
                (heldOut, chosen) -> document ->
                        finds(document, chosen.value("from") == (document.name().startsWith("c") ? 0.9 : 0.1)));

        assertThat(outcome.chosen()).containsEntry("c", Map.of("from", 0.1));
        assertThat(outcome.scored().get(2).score().found()).containsEntry(Found.OBLIGATIONS, new Tally(0, 1, 0));
    }

    @Test
    void noStatementIsScoredWithWhatWasLearnedFromIt() throws Exception {
        var settings =
                new ReviewSettings(Map.of("from", new Threshold(0.5, List.of(0.1, 0.5), "what is an obligation")));
        var seen = new ArrayList<String>();

        LeaveOneOut.of(run(), settings, (heldOut, chosen) -> document -> {
            if (!heldOut.contains(document.name().replace(".txt", ""))) {
                seen.add(document.name() + " with what is not in " + heldOut);
            }
            return finds(document, true);
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void aCandidateThatMakesNoDifferenceLeavesTheMiddleOne() throws Exception {
        var settings =
                new ReviewSettings(Map.of("from", new Threshold(0.9, List.of(0.1, 0.5, 0.9), "what is an obligation")));

        var outcome = LeaveOneOut.of(run(), settings, (heldOut, chosen) -> document -> finds(document, true));

        assertThat(outcome.chosen().values()).containsOnly(Map.of("from", 0.5));
    }

    @Test
    void withoutThresholdsItIsThePlainMeasurement() throws Exception {
        var outcome = LeaveOneOut.of(
                run(), new ReviewSettings(Map.of()), (heldOut, chosen) -> document -> finds(document, true));

        assertThat(outcome.scored())
                .allSatisfy(scored ->
                        assertThat(scored.score().found()).containsEntry(Found.OBLIGATIONS, new Tally(1, 0, 0)));
        assertThat(outcome.chosen().values()).containsOnly(Map.of());
    }
}
