package org.fram.app.platform.identity;

import org.fram.app.platform.access.PersonId;

/// Somebody whose password was right, and whose code is awaited. They may do nothing but give it.
record HalfSignedIn(PersonId id, String name) {}
