/// Practices: what experienced people know, held against the facts of an engagement.
///
/// Modules say what they know by a [FactSource]; [Facts] puts it together for whoever looks, so findings
/// never rest on rows that they may not see. [Practices] holds the catalogue against facts. [DecidingFinding]
/// is what people do with what is found: live with it until a day, or say that it does not apply.
@ApplicationModule(
        displayName = "Practice",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: ledger",
            "platform :: notices",
            "platform :: texts",
            "platform :: pages"
        })
@NullMarked
package org.fram.app.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
