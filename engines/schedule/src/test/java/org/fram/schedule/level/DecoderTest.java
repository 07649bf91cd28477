package org.fram.schedule.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.fram.schedule.Grid;
import org.fram.schedule.Link;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.WorkCalendar;
import org.junit.jupiter.api.Test;

class DecoderTest {

    /// Links from finish to start without lags, three resources: what the simple decoder is for.
    private static Problem simple(long seed) {
        var plan = Plans.random(seed, 50, WorkCalendar.STANDARD);
        var links = plan.links().stream()
                .map(link -> Link.of(link.before(), link.after()))
                .toList();
        plan = Plan.of(plan.name(), plan.zone(), plan.start(), WorkCalendar.STANDARD, plan.activities(), links);
        return new Problem(Grid.of(Network.of(LevellingTest.scarce(plan, seed, 3))));
    }

    private static int[] order(Problem problem, SplittableRandom random) {
        var decoder = Decoder.of(problem);
        for (int k = 0; k < problem.size; k++) {
            decoder.start[k] = random.nextInt(100);
            for (int e = problem.inFrom[k]; e < problem.inFrom[k + 1]; e++) {
                decoder.start[k] = Math.max(decoder.start[k], decoder.start[problem.before[problem.in[e]]]);
            }
        }
        return decoder.byStart().clone();
    }

    @Test
    void bothDecodersMakeTheSameSchedules() {
        var random = new SplittableRandom(1);
        for (long seed = 1; seed <= 10; seed++) {
            var problem = simple(seed);
            assertThat(problem.simple).isTrue();
            var simple = new SimpleDecoder(problem);
            var clocked = new ClockedDecoder(problem);
            var list = order(problem, random);

            long cost = simple.forward(list);
            assertThat(clocked.forward(list)).isEqualTo(cost);
            assertThat(clocked.start).isEqualTo(simple.start);
            assertThat(clocked.justify(cost)).isEqualTo(simple.justify(cost));
            assertThat(clocked.start).isEqualTo(simple.start);

            var key = random.doubles(problem.size).toArray();
            assertThat(clocked.parallel(key)).isEqualTo(simple.parallel(key));
            assertThat(clocked.start).isEqualTo(simple.start);
        }
    }

    @Test
    void justifyingMakesNoScheduleLonger() {
        var random = new SplittableRandom(2);
        int shorter = 0;
        for (long seed = 1; seed <= 30; seed++) {
            var problem = simple(seed);
            var decoder = Decoder.of(problem);
            long cost = decoder.forward(order(problem, random));
            long justified = decoder.justify(cost);
            assertThat(justified).isLessThanOrEqualTo(cost);
            assertThat(decoder.cost()).isEqualTo(justified);
            shorter += justified < cost ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(10);
    }

    @Test
    void noScheduleIsShorterThanTheLowerBound() {
        for (long seed = 1; seed <= 30; seed++) {
            var problem = simple(seed);
            var free = new ClockedDecoder(problem);
            free.withoutResources();
            int byLinks = java.util.Arrays.stream(free.finish).max().orElse(0);
            int bound = Bounds.lower(problem, free.start, Bounds.tails(problem), byLinks);

            assertThat(bound).isGreaterThanOrEqualTo(byLinks);
            assertThat(Decoder.of(problem).forward(order(problem, new SplittableRandom(seed))))
                    .isGreaterThanOrEqualTo(bound);
        }
    }
}
