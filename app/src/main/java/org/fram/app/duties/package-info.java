/// Duties: who does what, who knows that they do, and who is reminded.
///
/// Begin with [Activity], a row of the table of responsibilities, and [Grid], the table with who takes
/// part in it. [Proposal] is what it may begin with; a row counts once somebody has confirmed it
/// ([KeepingGrid]). [DutyFacts] says what practices want to know of it. [DutyList] is what one person
/// answers for, and [Acknowledging] their yes to it. [Reminding] looks once a day at what becomes due.
@ApplicationModule(
        displayName = "Duties",
        allowedDependencies = {
            "engagement",
            "practice",
            "sow",
            "platform :: access",
            "platform :: api",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
