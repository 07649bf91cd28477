package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearTwinsTest {

    @Test
    void sentencesThatDifferInOneNumberContradict() {
        assertThat(of("""
                The call list is sent to the project managers ten business days before the move.
                The call list is sent to all project managers five business days before the move.
                """))
                .singleElement()
                .satisfies(contradiction -> assertThat(contradiction.about())
                        .isEqualTo("the same sentence with ten business days and with five business days"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            The engineer visits the north building for two days of survey.;The engineer visits the south building for three days of survey and wiring.
            Severity 1 faults are answered by the desk within 15 minutes.;Severity 2 faults are answered by the desk within 60 minutes.
            Two engineers attend the cutover of Harbour House all night.;Three engineers attend the cutover of Mill Street all night.
            The supervisors are given a course of two days each.;The administrators are given a course of three days each.
            The list in table 3 holds the queues and their owners.;The list in table 4 holds the queues and their owners.
            """)
    void whatIsSetApartIsNoTwin(String a, String b) {
        assertThat(of(a + "\n" + b)).isEmpty();
    }

    @Test
    void aSentenceIsNoContradictionOfItself() {
        var random = new Random(12);
        for (int i = 0; i < 50; i++) {
            int days = random.nextInt(2, 40);
            var sentence = "The prompts are recorded by the studio within %d days of the script.".formatted(days);
            assertThat(of(sentence + "\n" + sentence)).isEmpty();
            assertThat(of(sentence + "\n" + sentence.replace(days + " days", (days + 1) + " days")))
                    .hasSize(1);
        }
    }

    @Test
    void aSentenceThatComesWithManyNumbersIsAPatternAndNoTwin() {
        var pattern = "The prompts of the branch are recorded by the studio within %d days of the script.";
        var some = IntStream.rangeClosed(1, 3).mapToObj(pattern::formatted).collect(Collectors.joining("\n"));
        var many = IntStream.rangeClosed(1, 2_000).mapToObj(pattern::formatted).collect(Collectors.joining("\n"));

        assertThat(of(some)).hasSize(3);
        assertThat(of(many)).isEmpty();
    }

    private static List<Review.Contradiction> of(String text) {
        return NearTwins.of(Draft.of(text));
    }
}
