package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void aParagraphIsCutAtTheEndOfEachSentence() {
        assertThat(Sentences.of("The vendor installs the gateways. The buyer powers them! Who tests them? Nobody."))
                .containsExactly(
                        "The vendor installs the gateways.", "The buyer powers them!", "Who tests them?", "Nobody.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calls are answered from 7:00 a.m. Eastern to 9 p.m. Pacific on each day.",
                "The report follows Sec. 4 and Fig. 2 of the design.",
                "Brightwater Ltd. Group keeps the records, e.g. Call logs.",
                "Support is given under No. 7 of the list.",
                "See section 3.2. of the schedule for hours.",
                "A charge of $1,250.50 applies to each visit."
            })
    void abbreviationsTimesAndNumbersEndNoSentence(String sentence) {
        assertThat(Sentences.of(sentence)).containsExactly(sentence);
    }

    @Test
    void aTimeOfDayEndsASentenceWhereAnotherBegins() {
        assertThat(Sentences.of("The desk closes at 6 p.m. Callers then reach the night service."))
                .hasSize(2);
    }

    @Test
    void quotesAndBracketsStayWithTheirSentence() {
        assertThat(Sentences.of("They call it “live.” The buyer signs (in ink.) Then work starts."))
                .containsExactly("They call it “live.”", "The buyer signs (in ink.)", "Then work starts.");
    }

    @Test
    void joinedSentencesAreTheTextAgain() {
        var random = new Random(20_261_122);
        var parts = List.of(
                "The vendor will load 24 months of data.",
                "Dr. Who is not on the list.",
                "It costs £3.50 a call.",
                "Work starts at 8 a.m. ET.",
                "Is it done?",
                "(Yes.)");
        for (int sample = 0; sample < 200; sample++) {
            var chosen = new ArrayList<String>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                chosen.add(parts.get(random.nextInt(parts.size())));
            }
            var text = String.join(" ", chosen);
            assertThat(String.join(" ", Sentences.of(text.replace(" ", "  ")))).isEqualTo(text);
        }
    }
}
