/// The ledger of an engagement: what was signed, decided and waived, in an order that nobody can change unseen.
///
/// Begin with [Entry], a link of the chain; [SealedDetails] is what it is about, and [LedgerFile] checks a ledger that
/// was taken out. An entry holds the hash of the one before, and of its details only their hash: a party can be shown
/// the whole chain without the details that are not for it, and still nothing in it can be changed, removed, moved or
/// inserted. Only the head, kept elsewhere, shows a tail that was cut off or a chain that was made anew.
@NullMarked
package org.fram.ledger;

import org.jspecify.annotations.NullMarked;
