package org.fram.app.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fram.app.kpi.KnownMeasures.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures are recognized by the names that people give them.
class KnownMeasuresTest {

    private static final KnownMeasures KNOWN = KnownMeasures.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AHT                                              | handle-time
            Average Handle Time (AHT), voice                 | handle-time
            average handling-time of chats                   | handle-time
            FCR                                              | first-contact-resolution
            First-Call Resolution                            | first-contact-resolution
            % solved: first contact resolution               | first-contact-resolution
            ASA                                              | speed-of-answer
            Average speed of answer                          | speed-of-answer
            Abandonment                                      | abandonment
            Abandoned calls                                  | abandonment
            NPS                                              | satisfaction
            Net Promoter Score                               | satisfaction
            CSAT (top box)                                   | satisfaction
            Employee satisfaction                            | employee-satisfaction
            eNPS                                             | employee-satisfaction
            Schedule adherence                               | schedule-adherence
            Agent occupancy                                  | occupancy
            Utilisation                                      | utilization
            Service Level 80/20                              | service-level
            Cost per contact                                 | cost-per-contact
            IVR containment                                  | self-service
            Time to resolution                               | resolution-time
            Forecast accuracy                                | forecast-accuracy
            Accuracy of data entry                           | quality
            """)
    void aMeasureIsKnownByItsUsualNames(String name, String measure) {
        assertThat(KNOWN.in(name)).containsExactly(measure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Number of invoices", "Occupational health", "Basal rate", "Days to go-live", "—"})
    void whatIsNoMeasureIsNotTakenForOne(String name) {
        assertThat(KNOWN.in(name)).isEmpty();
    }

    @Test
    void aNameMayNameTwoMeasures() {
        assertThat(KNOWN.in("Service level and abandonment rate"))
                .containsExactlyInAnyOrder("service-level", "abandonment");
    }

    @ParameterizedTest
    @CsvSource({
        "AHT, First call resolution",
        "FCR, Average handle time",
        "Occupancy, Service level",
        "Occupancy, ASA",
        "Cost per contact, Customer satisfaction",
        "Average handle time, NPS",
        "IVR containment, CSAT",
        "Schedule adherence, First contact resolution",
        "Calls per hour, Quality score",
    })
    void pairsThatPullApartAreKnownWhicheverComesFirst(String one, String other) {
        assertThat(pulled(one, other)).isTrue();
        assertThat(pulled(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Service level, Abandonment",
        "First contact resolution, Customer satisfaction",
        "Average handle time, Average handle time of chats",
        "Availability, Service level",
        "Number of invoices, AHT",
    })
    void othersDoNot(String one, String other) {
        assertThat(pulled(one, other)).isFalse();
    }

    @Test
    void whoeverWantsLongerContactsIsNotToldThatTheyPullAgainstSolvingThem() {
        assertThat(KNOWN.between("AHT", Direction.LOWER, "FCR", Direction.HIGHER))
                .isPresent();
        assertThat(KNOWN.between("AHT", Direction.HIGHER, "FCR", Direction.HIGHER))
                .isEmpty();
    }

    @Test
    void namesOfOneMeasureAreTheSameAndNamesOfPartsOfItAreNot() {
        assertThat(KNOWN.same("AHT", "average handle-time")).isTrue();
        assertThat(KNOWN.same("First  contact resolution.", "first contact resolution"))
                .isTrue();
        assertThat(KNOWN.same("AHT of chats", "AHT")).isFalse();
        assertThat(KNOWN.same("Invoices", "Offers")).isFalse();
    }

    @Test
    void everyNameIsOfOneMeasureAndEveryPairIsThereOnce() {
        var names = KNOWN.all().stream()
                .flatMap(measure -> measure.names().stream())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(String.join(" ", KnownMeasures.words(name))).isEqualTo(name));
        var pairs =
                KNOWN.pulls().stream().map(pull -> Set.copyOf(pull.between())).toList();
        assertThat(pairs).doesNotHaveDuplicates().allMatch(pair -> pair.size() == 2);
        assertThat(KNOWN.pulls()).allSatisfy(pull -> {
            assertThat(pull.why()).isNotBlank();
            assertThat(pull.so()).isNotBlank();
        });
    }

    @Test
    void eachMeasureOfAPairIsRecognizedByEachOfItsNames() {
        var missed = new HashSet<String>();
        for (Measure measure : KNOWN.all()) {
            for (String name : measure.names()) {
                if (!KNOWN.in(name).equals(Set.of(measure.id()))) {
                    missed.add(name);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private static boolean pulled(String one, String other) {
        return KNOWN.between(one, usual(one), other, usual(other)).isPresent();
    }

    private static Direction usual(String name) {
        return KNOWN.better(name).orElse(List.of(Direction.values()).getFirst());
    }
}
