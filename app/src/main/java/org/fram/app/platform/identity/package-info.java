/// Who is who: people with accounts, signing in and out, the first administrator.
///
/// Begin with [People] and [SigningIn]; [Reauthentication] asks somebody again before what binds. Passwords are kept as
/// Argon2id hashes; sessions are in the database and survive a restart.
@NamedInterface("identity")
@NullMarked
package org.fram.app.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
