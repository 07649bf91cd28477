/// Status reports: how an engagement stands, computed, kept each week as it was, and compared with the week before.
///
/// Modules say how their part stands by a [org.fram.app.engagement.StatusSource]: a light by a rule that stands beside
/// it, figures, lines, and dates that may slip. [StatusNow] puts these together as a [StatusReport], from what all of
/// the engagement see. [KeepingReport] keeps one for ever and tells people; [Comparison] says what moved between two,
/// and what made it move.
@ApplicationModule(
        displayName = "Status reports",
        allowedDependencies = {
            "engagement",
            "practice",
            "platform :: access",
            "platform :: api",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
