/// Readiness: what is signed off before people work with the new platform, and what ends with the old one.
///
/// Begin with [ReadinessRegisters], which declares the registers of sign-offs and of the legacy exit, then
/// [AddingUsual], which begins the first with what is usual at each site. [Notice] says how it stands with the day by
/// which a contract has to be ended.
@ApplicationModule(
        displayName = "Readiness",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: pages",
            "platform :: register",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
