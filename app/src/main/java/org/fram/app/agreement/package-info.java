/// Agreement: from a statement of work that both sides talk about to the version that is in force.
///
/// Begin with [Sections], the parts of a document that are agreed on one by one, and [Standing], how far that is. A
/// party
/// agrees to words ([AgreeingSections]): where a later version has others, the section is open again by itself. People
/// of
/// both sides comment and suggest ([Discussing]). What both agreed to is printed and put up for signature
/// ([PuttingUp]);
/// the version that all signed is in force.
@ApplicationModule(
        displayName = "Agreement",
        allowedDependencies = {
            "engagement",
            "signing",
            "sow",
            "platform :: access",
            "platform :: api",
            "platform :: files",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: runs",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
