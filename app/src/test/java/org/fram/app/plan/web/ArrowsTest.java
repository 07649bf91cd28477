package org.fram.app.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.fram.app.plan.web.Arrows.Pieces;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Network;
import org.junit.jupiter.api.Test;

/// Arrows from bar to bar, cut into the rows of the chart.
class ArrowsTest {

    private final SamplePlan plan = new SamplePlan(TestEngagement.create());

    @Test
    void anArrowPassesThroughTheRowsBetween() throws Exception {
        plan.bringIn(SamplePlan.small(10));

        // Rows: summary, design, configure, test, training, go-live, support. Training is beside the test.
        var pieces = pieces(0, 1, 2, 3, 4, 5, 6);
        assertThat(pieces.get(0)).as("the summary has no links").isEqualTo(Pieces.NONE);
        assertThat(pieces.get(1).criticalLines()).as("leaves downwards").endsWith("V29");
        assertThat(pieces.get(1).criticalHeads()).isEmpty();
        assertThat(pieces.get(2).criticalHeads())
                .as("arrives from above, at the top of the bar")
                .endsWith(" 7Z");
        assertThat(pieces.get(3).lines()).as("the arrow to training passes").contains(" 0V29");
        assertThat(pieces.get(4).heads()).isNotEmpty();
        assertThat(pieces.get(4).criticalHeads()).as("training has time").isEmpty();
        assertThat(pieces.get(6).criticalHeads()).isNotEmpty();
    }

    @Test
    void onlyBetweenRowsOfThePageThereAreArrows() throws Exception {
        plan.bringIn(SamplePlan.small(10));

        assertThat(pieces(1, 3)).containsExactly(Pieces.NONE, Pieces.NONE);
    }

    @Test
    void whatStandsAboveIsReachedFromBelow() throws Exception {
        plan.bringIn(SamplePlan.small(10));

        var pieces = pieces(2, 1);
        assertThat(pieces.get(1).criticalLines()).as("leaves upwards").endsWith("V0");
        assertThat(pieces.get(0).criticalHeads()).as("at the bottom of the bar").endsWith(" 20Z");
    }

    private List<Pieces> pieces(int... shown) {
        var kept = plan.kept();
        var network = Network.of(kept.plan());
        var axis = new Axis(SamplePlan.START.minusDays(4), SamplePlan.START.plusDays(90), Zoom.MONTH);
        return new Arrows(
                        kept,
                        network,
                        CriticalPath.of(kept.plan()),
                        axis,
                        IntStream.of(shown).boxed().toList())
                .pieces();
    }
}
