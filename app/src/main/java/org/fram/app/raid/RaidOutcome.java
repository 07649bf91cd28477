package org.fram.app.raid;

import org.fram.app.platform.texts.Text;

/// What came of an act on items.
public sealed interface RaidOutcome {

    record Done() implements RaidOutcome {}

    record Refused(Text reason) implements RaidOutcome {}
}
