package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vendor sends a written status report each Thursday by 5 p.m.        | each Thursday by 5 p.m.",
                "Vendor sends the list every Monday before 9 a.m., and tells Customer. | every Monday before 9 a.m.",
                "The switch is made after 10 p.m. on the day of the cutover.          | after 10 p.m. on the day of the cutover",
                "Vendor sends a written status report each Friday by noon.            | each Friday by noon",
                "The carrier disconnects the trunk. Customer pays on 3 May 2027.      | on 3 May 2027",
            })
    void whenItIsDueIsReadUpToTheNextStop(String sentence, String due) {
        assertThat(Details.of(Saying.sentence(sentence)).due()).isEqualTo(due);
    }
}
