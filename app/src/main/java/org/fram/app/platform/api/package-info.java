/// The interface for programs: addresses below `/api/v1` that speak JSON.
///
/// A program shows an [ApiToken] and acts as the person who made it, as far as the token reaches. It goes
/// through the same acts as pages do. Controllers are marked by [ApiController], and each of their routes by
/// [Operation], from which [OpenApi] makes the description of the whole. What goes wrong becomes a [Problem].
/// Writes may carry a key, under which [SameAnswer] sees to it that they happen once.
@NamedInterface("api")
@NullMarked
package org.fram.app.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
