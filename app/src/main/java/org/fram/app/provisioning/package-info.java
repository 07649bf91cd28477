/// Provisioning: what is ordered for an engagement, from whom, by when it has to be, and where its numbers ring.
///
/// Begin with [ProvisioningRegisters], which declares the registers of hardware, network services, number ports,
/// licences, suppliers, numbers and calls of sites; then [OrderBy], which says by when something has to be ordered,
/// and [Orders], which asks it of all that is kept. [OrderFacts] says what practices want to know, and
/// [ChasingSuppliers] tells people once a day which supplier is late with an answer.
@ApplicationModule(
        displayName = "Provisioning",
        allowedDependencies = {
            "engagement",
            "practice",
            "platform :: access",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
