package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "load test;              They run load tests twice.;              true",
                "load test;              A load-testing tool is used.;            true",
                "load test;              The load is light, the test is not.;     false",
                "load|stress test;       The stress test takes a day.;            true",
                "integrat*;              Integrations come last.;                 true",
                "=training;              They train the trainers.;                false",
                "=training;              Training comes first.;                   true",
                "port .. numbers;        We port all four hundred numbers.;       true",
                "port .. numbers;        A port that no one here knows has big numbers.; false",
                "end_user|agent test;    End user tests begin.;                   true",
                "end_user|agent test;    The agents test it.;                     true",
                "end_user|agent test;    Users test it.;                          false",
                "# days notice;          Thirty days' notice is given.;           true",
                "# %;                    At least 85 percent are answered.;       true",
                "# %;                    At least 85% are answered.;              true",
                "policy;                 Both policies apply.;                    true",
                "process;                Two processes remain.;                   true"
            })
    void isFoundInAnyInflection(String phrase, String text, boolean found) {
        var book = new Phrasebook<String>();
        book.add(phrase, "meant");

        assertThat(book.find(Words.of(text)).isEmpty()).isNotEqualTo(found);
    }

    @Test
    void aPhraseWithoutAWordIsRefused() {
        assertThatThrownBy(() -> Phrase.parse(" .. ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Phrase.parse("go-live")).hasMessageContaining("not one word");
    }
}
