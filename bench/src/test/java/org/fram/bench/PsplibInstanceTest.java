package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PsplibInstanceTest {

    /// Three jobs between a source and a sink; two of them cannot run at once.
    static final String SMALL = """
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          3           2   3   4
               2        1          1           5
               3        1          1           5
               4        1          1           5
               5        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1
            ------------------------------------------------------------------------
              1      1     0       0
              2      1     4       2
              3      1     3       2
              4      1     5       1
              5      1     0       0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1
               3
            ************************************************************************
            """;

    private final PsplibInstance instance = PsplibInstance.read(SMALL);

    @Test
    void aScheduleWithinAllLimitsHasNoFault() {
        assertThat(instance.faults(List.of(0L, 0L, 4L, 0L, 7L), 7)).isEmpty();
    }

    @Test
    void twoJobsThatNeedMoreThanThereIsAreAFault() {
        assertThat(instance.faults(List.of(0L, 0L, 3L, 0L, 6L), 6))
                .contains("in period 3, 5 of resource 1 are used and there are 3");
    }

    @Test
    void aJobBeforeItsPredecessorIsDoneIsAFault() {
        assertThat(instance.faults(List.of(0L, 0L, 4L, 0L, 6L), 7))
                .containsExactly("job 5 starts at 6, before job 3 is done at 7");
    }

    @Test
    void aMakespanThatIsNotThatOfTheStartsIsAFault() {
        assertThat(instance.faults(List.of(0L, 0L, 4L, 0L, 7L), 6)).containsExactly("the makespan is 7, not 6");
        assertThat(instance.faults(List.of(0L), 0)).containsExactly("1 starts for 5 jobs");
    }
}
