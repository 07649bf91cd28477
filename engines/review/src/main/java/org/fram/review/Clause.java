package org.fram.review;

/// A predicate of a sentence and who it binds.
///
/// @param actor who does it; [Parties.Actor.Nobody] where the sentence does not say
/// @param mode how the promise is made
/// @param subject the words before the predicate
/// @param verb the first word of the predicate, lower case
/// @param passive whether the subject is acted upon
/// @param subordinate whether it stands in a condition or a relative clause
/// @param start of the predicate in the sentence
record Clause(
        Parties.Actor actor, Mode mode, String subject, String verb, boolean passive, boolean subordinate, int start) {

    /// How a promise is made.
    enum Mode {
        SHALL,
        WILL,
        MUST,
        SHOULD,
        /// "agrees to", "is responsible for", "is to", "is required to".
        BOUND,
        MAY,
        /// "Northline manages the carrier."
        PRESENT,
        /// "Prepare the report."
        IMPERATIVE
    }
}
