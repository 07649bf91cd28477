package org.fram.app.platform.access;

/// The person who is signed in, as pages know them.
///
/// @param administrator whether they manage this installation's people
/// @param passwordTemporary whether they have to choose a password of their own first
public record SignedIn(PersonId id, String name, boolean administrator, boolean passwordTemporary) {

    /// The same person, as somebody on whose behalf things happen.
    public Actor.Person actor() {
        return new Actor.Person(id);
    }
}
