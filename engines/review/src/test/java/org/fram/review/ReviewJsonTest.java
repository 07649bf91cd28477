package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReviewJsonTest {

    @Test
    void whatWasWrittenReadsBackEqual() {
        var review = Reviews.complete();

        assertThat(ReviewJson.read(ReviewJson.write(review))).isEqualTo(review);
    }

    @Test
    void fieldsStandInTheOrderOfTheFormat() {
        var json = ReviewJson.write(Reviews.complete());

        assertThat(json)
                .containsSubsequence(
                        "\"document\"",
                        "\"language\"",
                        "\"notes\"",
                        "\"parties\"",
                        "\"obligations\"",
                        "\"assumptions\"",
                        "\"objectives\"",
                        "\"kpis\"",
                        "\"topics_covered\"",
                        "\"topics_missing\"",
                        "\"vague\"",
                        "\"boilerplate\"",
                        "\"contradictions\"",
                        "\"a_place\"",
                        "\"price\"",
                        "\"stated_total\"",
                        "\"adds_up\"",
                        "\"findings\"")
                .contains("\"side\": \"vendor\"", "\"kind\": \"deliverable\"", "\"severity\": \"blocker\"")
                .contains("\"accountable\": null");
    }

    @Test
    void aPlaceShowsOnlyWhatIsKnown() {
        var json = ReviewJson.write(Reviews.complete()).replaceAll("\\s+", "");

        assertThat(json)
                .contains("\"place\":{\"page\":1,\"paragraph\":4}")
                .contains("\"place\":{\"page\":2,\"paragraph\":9,\"table\":1,\"row\":3,\"cell\":2}")
                .contains("\"place\":null");
    }

    @Test
    void lettersOfPartiesStandInTheSameOrderEachTime() {
        assertThat(ReviewJson.write(Reviews.complete()).replaceAll("\\s+", ""))
                .contains("{\"LakesideParks\":\"C\",\"OrloSystems\":\"AR\"}");
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() {
        var json = ReviewJson.write(Reviews.complete()).replaceFirst("\\{", "{ \"mood\": \"calm\",");

        assertThat(ReviewJson.read(json)).isEqualTo(Reviews.complete());
    }

    @Test
    void whatIsNoReviewIsRefusedWithTheFieldAndTheLine() {
        var withoutParties = ReviewJson.write(Reviews.complete()).replace("\"parties\"", "\"people\"");

        assertThatThrownBy(() -> ReviewJson.read(withoutParties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This is no review: ")
                .hasMessageContaining("parties")
                .hasMessageContaining("line ");
        assertThatThrownBy(() -> ReviewJson.read("[]")).hasMessageStartingWith("This is no review: ");
    }
}
