package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackTest {

    @Test
    void casesHoldAndNoPracticeCouldAsWellAlwaysOrNeverFire() {
        assertThat(PackCases.standard().run().failures()).isEmpty();
    }
}
