/// What a price adds up to: lines in, totals and payments out, in exact decimal money.
///
/// Begin with [PriceEntry], a line as somebody wrote it, then [PriceSheet], which adds good lines up, and
/// [PaymentPlan], which spreads what they come to over milestones. What cannot be priced is answered with
/// [Refusal]s, never with an exception and never with a number that is nearly right.
@NullMarked
package org.fram.price;

import org.jspecify.annotations.NullMarked;
