/// The plan of an engagement: what is to be done until it goes live, when, by whom, and how certain that
/// is.
///
/// Begin with [KeptPlan], an engagement's plan as it lies in the database, which makes the engine's plan
/// of itself. [ImportingPlan] reads files and [Takeover] puts what a later file says together with what
/// people added. [EditingPlan] is what people change, [Simulating] has the engine say how certain the
/// dates are, and [AcceptingDate] is an executive's word on that. [LevellingResources] has it find dates
/// at which there is enough of each resource. [PlanFactSource] says what practices want to know.
@ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {
            "engagement",
            "guests",
            "practice",
            "platform :: access",
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
package org.fram.app.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
