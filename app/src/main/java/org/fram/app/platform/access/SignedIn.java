package org.fram.app.platform.access;

/// The person who is signed in, as pages know them.
///
/// @param administrator whether they manage this installation's people
/// @param passwordTemporary whether they have to choose a password of their own first
/// @param secondFactorMissing whether they have to set up a second factor first, as it is required here
public record SignedIn(
        PersonId id, String name, boolean administrator, boolean passwordTemporary, boolean secondFactorMissing) {

    /// The same person, as somebody on whose behalf things happen.
    public Actor.Person actor() {
        return new Actor.Person(id);
    }
}
