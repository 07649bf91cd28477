/// Signatures: who may sign what, who is asked to, and what they signed, over the exact bytes of a file.
///
/// Begin with [SignatureRequest], then [AskingForSignatures] and [SigningDocument]. [SigningAuthorities] says what
/// somebody
/// may sign for their party and who signs in whose place. What was signed by a service for signatures or on paper is
/// kept
/// by [RecordingElsewhere]. The database decides all of it again: it lets through one signature of each signatory, in
/// their
/// turn, in time, over the bytes that were asked about, and keeps what was signed as it is.
///
/// Other modules have something signed by [AskingForSignatures] and learn how it ended by [SignaturesEnded].
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: files",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
