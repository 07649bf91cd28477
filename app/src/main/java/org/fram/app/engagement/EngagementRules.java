package org.fram.app.engagement;

import java.util.Optional;
import org.fram.app.platform.texts.Text;

/// What an engagement and what is in it needs, as a list.
final class EngagementRules {

    private static final int LONGEST_NAME = 200;

    private EngagementRules() {}

    static Optional<Text> refuseName(String name) {
        return named(name) ? Optional.empty() : Optional.of(Text.of("engagement.refused.name", LONGEST_NAME));
    }

    static Optional<Text> refusePartyName(String name) {
        return named(name) ? Optional.empty() : Optional.of(Text.of("engagement.refused.partyName", LONGEST_NAME));
    }

    private static boolean named(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }
}
