package org.fram.app.platform.identity;

import org.fram.app.platform.access.PersonId;

/// Somebody with an account.
///
/// @param email in lower case; one person has one, and signs in with it
/// @param administrator whether they manage the people of this installation
/// @param version how often it was stored
public record Person(PersonId id, String email, String name, boolean administrator, int version) {}
