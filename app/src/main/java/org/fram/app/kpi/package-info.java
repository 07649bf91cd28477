/// What is wanted and how it is measured: objectives of the senior level, KPIs, reports, and what
/// follows from them.
///
/// Begin with [KpiRegisters], which declares the registers, then [Alignment], which says where
/// objectives and KPIs do not fit together. [AskingExecutive] has an objective confirmed by a guest's
/// link, and [ConfirmationState] says whether what they confirmed is still what stands there. [KpiFacts]
/// says what practices want to know of it.
@ApplicationModule(
        displayName = "Objectives and KPIs",
        allowedDependencies = {
            "engagement",
            "guests",
            "practice",
            "platform :: access",
            "platform :: api",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
