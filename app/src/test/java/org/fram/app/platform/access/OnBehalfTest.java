package org.fram.app.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// What the server does on behalf of people.
class OnBehalfTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final PersonId first = engagement.customer().id();
    private final PersonId second = engagement.vendor().id();

    @Test
    void whatFailsForOnePersonIsCountedAndOthersHaveTheirTurnOnce() {
        for (var unlucky : Set.of(first, second)) {
            var task = new Actor.Task("reminders");
            double before = failed();
            var seen = new HashSet<PersonId>();

            APP.get(OnBehalf.class).eachPerson(task, person -> {
                if (person.equals(unlucky)) {
                    throw new IllegalStateException("Not for them.");
                }
                assertThat(seen.add(person)).as("a first time").isTrue();
            });

            assertThat(seen).contains(unlucky.equals(first) ? second : first).doesNotContain(unlucky);
            assertThat(failed()).isEqualTo(before + 1);
        }
    }

    private static double failed() {
        var counter = APP.get(MeterRegistry.class)
                .find("fram.rounds.failed")
                .tag("round", "reminders")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
