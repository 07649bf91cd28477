/// The demonstration: a public service moves from a platform on its premises to the cloud. It knows the
/// modules it begins with; all others add to it by themselves, as [org.fram.app.engagement.DemoPart].
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: texts",
            "platform :: identity",
            "platform :: start"
        })
@NullMarked
package org.fram.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
