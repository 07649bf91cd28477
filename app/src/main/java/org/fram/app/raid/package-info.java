/// The weekly work: what may happen, what has happened, what was decided, and who does what by when.
///
/// Begin with [RaidRegisters], which declares the registers of risks, issues, decisions and actions,
/// and [RaidItem], a row of one of them. [LinkingItems] says what has to do with what: things of other
/// modules are named by kind and name, as no module sees this one. [NotingAction] is what the key `a`
/// does on each page of an engagement. [RaidFactSource] says what practices want to know.
@ApplicationModule(
        displayName = "Weekly work",
        allowedDependencies = {
            "engagement",
            "practice",
            "platform :: access",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.raid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
