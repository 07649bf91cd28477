package org.fram.app.agreement;

import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowSide;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The page about agreement, beside the others of a statement of work.
@Component
class AgreementSide {

    private AgreementSide() {}

    @Bean
    static SowSide agreementPageSide() {
        return new SowSide("/agreement", Text.of("agreement.tab"), 50);
    }
}
