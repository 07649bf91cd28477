package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fram.review.ReviewSettings.Threshold;
import org.junit.jupiter.api.Test;

class ReviewSettingsTest {

    private final ReviewSettings settings = new ReviewSettings(Map.of(
            "likeness", new Threshold(0.5, List.of(0.4, 0.5), "what is alike"),
            "reach", new Threshold(3, List.of(2.0, 3.0), "how far to look")));

    @Test
    void anotherValueLeavesTheOtherThresholdsAndTheOldSettingsAsTheyAre() {
        var changed = settings.with("likeness", 0.4);

        assertThat(changed.value("likeness")).isEqualTo(0.4);
        assertThat(changed.value("reach")).isEqualTo(3);
        assertThat(changed.thresholds())
                .containsEntry("likeness", new Threshold(0.4, List.of(0.4, 0.5), "what is alike"));
        assertThat(settings.value("likeness")).isEqualTo(0.5);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> settings.value("distance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("distance")
                .hasMessageContaining("[likeness, reach]");
    }

    @Test
    void everyStandardValueIsOneOfItsCandidates() {
        ReviewSettings.standard()
                .thresholds()
                .forEach((name, threshold) ->
                        assertThat(threshold.candidates()).as(name).contains(threshold.value()));
    }
}
