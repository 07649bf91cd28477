package org.fram.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WrittenLineTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 9);

    @Test
    void anActionSaysWhoAndByWhen() {
        assertThat(WrittenLine.read("! Ask the carrier for its date @IT lead +3"))
                .isEqualTo(new WrittenLine(Note.Kind.ACTION, "Ask the carrier for its date", "IT lead", "+3"));
        assertThat(WrittenLine.read("!Ask the carrier @lead@customer.example 2027-03-01"))
                .isEqualTo(new WrittenLine(Note.Kind.ACTION, "Ask the carrier", "lead@customer.example", "2027-03-01"));
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        assertThat(WrittenLine.read("! Ask the carrier"))
                .isEqualTo(new WrittenLine(Note.Kind.ACTION, "Ask the carrier", "", ""));
        assertThat(WrittenLine.read("! Ask the carrier +3"))
                .isEqualTo(new WrittenLine(Note.Kind.ACTION, "Ask the carrier", "", "+3"));
        assertThat(WrittenLine.read("!").text()).isEmpty();
    }

    @Test
    void anEqualsSignIsADecisionAndAnythingElseANote() {
        assertThat(WrittenLine.read("= One office first"))
                .isEqualTo(new WrittenLine(Note.Kind.DECISION, "One office first", "", ""));
        assertThat(WrittenLine.read("  We are on time! @all +3 "))
                .isEqualTo(new WrittenLine(Note.Kind.NOTE, "We are on time! @all +3", "", ""));
    }

    @Test
    void aDayIsCountedFromToday() {
        assertThat(WrittenLine.read("! Ask +3").day(TODAY)).contains(LocalDate.of(2027, 2, 12));
        assertThat(WrittenLine.read("! Ask 2027-03-01").day(TODAY)).contains(LocalDate.of(2027, 3, 1));
        assertThat(WrittenLine.read("! Ask").day(TODAY)).isEmpty();
        assertThat(WrittenLine.read("! Ask 2027-02-31").day(TODAY)).isEmpty();
    }
}
