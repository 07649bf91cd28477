/// Engagements: what is implemented or outsourced, by which parties and people, where and why.
///
/// Begin with [Engagement], then [CreatingEngagement], one of the things a person can do. Stages stand on
/// this module and put a [Room] each on an engagement's home page.
@ApplicationModule(
        displayName = "Engagement",
        allowedDependencies = {
            "platform :: access",
            "platform :: ledger",
            "platform :: texts",
            "platform :: pages",
            "platform :: identity",
            "platform :: notices",
            "platform :: register",
            "platform :: api",
            "platform :: webhooks"
        })
@NullMarked
package org.fram.app.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
