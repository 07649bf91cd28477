/// Statements of work: from a document that somebody sent to obligations on which both sides agree.
///
/// Begin with [StatementOfWork] and [Obligation], then [ImportingSow], the work that reads and reviews a
/// document, and [DecidingObligation], what people do with what it found. [NextVersion] holds a later version
/// against what they did. Everything of a statement of work that is private to a party is unseen by the
/// others, by row security. [SowRegisters] declares the registers that stand around it: requirements and
/// assumptions.
@ApplicationModule(
        displayName = "Statement of work",
        allowedDependencies = {
            "engagement",
            "practice",
            "platform :: access",
            "platform :: ledger",
            "platform :: texts",
            "platform :: pages",
            "platform :: identity",
            "platform :: notices",
            "platform :: runs",
            "platform :: files",
            "platform :: register",
            "platform :: api",
            "platform :: webhooks"
        })
@NullMarked
package org.fram.app.sow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
