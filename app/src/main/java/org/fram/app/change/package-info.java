/// Changes to what was agreed: proposed, weighed, agreed by both sides or refused, ordered by signatures; and going
/// through the statement of work at intervals.
///
/// Begin with [ProposedChange] and [DecidingChange]. What a change does to the document is computed from two versions
/// ([Impact]). What both sides agree to is printed as a change order and put up for signature ([OrderingChange]);
/// where it comes with a version, that is in force once all have signed. [ReviewingSow] notes when people went through
/// a statement of work.
@ApplicationModule(
        displayName = "Change",
        allowedDependencies = {
            "agreement",
            "engagement",
            "practice",
            "signing",
            "sow",
            "platform :: access",
            "platform :: api",
            "platform :: files",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
