/// Webhooks: other systems are told what happens in an engagement.
///
/// What happened is written to an [Outbox] in the transaction in which it did. The [Courier] finds out who is
/// told, sends, and tries again. [ManagingWebhooks] is what people do with webhooks. Where they may lead is
/// for [Destinations] to say.
@NamedInterface("webhooks")
@NullMarked
package org.fram.app.platform.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
