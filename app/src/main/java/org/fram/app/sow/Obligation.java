package org.fram.app.sow;

import java.util.Objects;
import java.util.Optional;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// A promise of a statement of work, and what people decided about it. A value: each step gives a new one.
///
/// @param number unique in its statement of work, for good; people see it as `O-007`
/// @param position in the order of the document
/// @param assignedTo who is to look at it, or null
/// @param dropReason why it was dropped, or null
/// @param partOf what it was merged into or split from, or null
/// @param basis what the review had found when people last decided; null where they added it themselves
/// @param seen what the review found in the newest version; null where that no longer has it
/// @param version how often it was stored; guards against two people saving at once
public record Obligation(
        ObligationId id,
        int number,
        int position,
        State state,
        Promise promise,
        @Nullable PersonId assignedTo,
        @Nullable String dropReason,
        @Nullable ObligationId partOf,
        Review.@Nullable Obligation basis,
        Review.@Nullable Obligation seen,
        int version) {

    /// Where it stands.
    public enum State implements Code {
        /// The review found it, and nobody has decided.
        PROPOSED,
        /// It is part of the draft.
        ACCEPTED,
        /// It is none, or is not wanted; there is a reason.
        DROPPED,
        /// Another one says the same.
        MERGED,
        /// Others say its parts.
        SPLIT,
        /// A later version took it back before anybody had decided.
        WITHDRAWN
    }

    /// What a later version asks people to decide anew.
    public sealed interface Question {

        /// The document says it differently now.
        record SaysOtherwise(Review.Obligation before, Review.Obligation now) implements Question {}

        /// The document does not say it any more.
        record IsGone(Review.Obligation before) implements Question {}
    }

    /// As the review found it.
    static Obligation proposed(ObligationId id, int number, int position, Review.Obligation found) {
        return new Obligation(
                id, number, position, State.PROPOSED, Promise.of(found), null, null, null, found, found, 0);
    }

    /// As people see its number.
    public String code() {
        return code(number);
    }

    static String code(int number) {
        return "O-%03d".formatted(number);
    }

    /// What is to be decided anew, if anything.
    public Optional<Question> question() {
        if (basis == null) {
            return Optional.empty();
        }
        if (seen != null) {
            return same(basis, seen) ? Optional.empty() : Optional.of(new Question.SaysOtherwise(basis, seen));
        }
        return switch (state) {
            // Where both sides let it go, there is nothing to decide.
            case DROPPED, WITHDRAWN -> Optional.empty();
            case PROPOSED, ACCEPTED, MERGED, SPLIT -> Optional.of(new Question.IsGone(basis));
        };
    }

    /// Whether it says something else than the review found.
    public boolean corrected() {
        return basis != null && !promise.equals(Promise.of(basis));
    }

    Obligation accept() {
        return with(State.ACCEPTED, promise, null, null, basis, seen);
    }

    Obligation drop(String reason) {
        return with(State.DROPPED, promise, reason, null, basis, seen);
    }

    /// Lets people decide again.
    Obligation reopen() {
        return with(State.PROPOSED, promise, null, null, basis, seen);
    }

    Obligation correct(Promise other) {
        return with(state, other, dropReason, partOf, basis, seen);
    }

    Obligation mergeInto(ObligationId other) {
        return with(State.MERGED, promise, null, other, basis, seen);
    }

    Obligation split() {
        return with(State.SPLIT, promise, null, null, basis, seen);
    }

    Obligation assign(@Nullable PersonId person) {
        return new Obligation(id, number, position, state, promise, person, dropReason, partOf, basis, seen, version);
    }

    /// Says what the newest version says. Where that no longer has it, it is dropped for this reason.
    Obligation takeTheirs(String reason) {
        return seen == null
                ? with(State.DROPPED, promise, reason, null, basis, null)
                : with(state, Promise.of(seen), dropReason, partOf, seen, seen);
    }

    /// Stays as people decided, whatever the newest version says.
    Obligation keepOurs() {
        return with(state, promise, dropReason, partOf, seen, seen);
    }

    Obligation at(int other) {
        return new Obligation(id, number, other, state, promise, assignedTo, dropReason, partOf, basis, seen, version);
    }

    /// As it is after a version that has it.
    ///
    /// @param kept whether the version has it as it was in the one before
    Obligation seenAgain(Review.Obligation now, boolean kept) {
        if ((state == State.PROPOSED || state == State.WITHDRAWN) && !corrected()) {
            return with(State.PROPOSED, Promise.of(now), null, partOf, now, now);
        }
        boolean nothingNew = basis == null || kept && question().isEmpty() || same(basis, now);
        return with(state, promise, dropReason, partOf, nothingNew ? now : basis, now);
    }

    /// As it is after a version that no longer has it.
    Obligation gone() {
        boolean undecided = state == State.PROPOSED && !corrected();
        return with(undecided ? State.WITHDRAWN : state, promise, dropReason, partOf, basis, null);
    }

    private Obligation with(
            State newState,
            Promise newPromise,
            @Nullable String newReason,
            @Nullable ObligationId newWhole,
            Review.@Nullable Obligation newBasis,
            Review.@Nullable Obligation newSeen) {
        return new Obligation(
                id,
                number,
                position,
                newState,
                newPromise,
                assignedTo,
                newReason,
                newWhole,
                newBasis,
                newSeen,
                version);
    }

    /// Whether two findings say the same of the same parties. Where they stand does not matter.
    private static boolean same(Review.Obligation one, Review.Obligation other) {
        return one.quote().equals(other.quote())
                && Objects.equals(one.accountable(), other.accountable())
                && one.responsible().equals(other.responsible())
                && Objects.equals(one.due(), other.due())
                && Objects.equals(one.quantity(), other.quantity())
                && Objects.equals(one.amount(), other.amount());
    }
}
