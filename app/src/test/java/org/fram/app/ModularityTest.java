package org.fram.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseEachOtherOnlyAsTheyDeclare() {
        ApplicationModules.of(FramApplication.class).verify();
    }
}
