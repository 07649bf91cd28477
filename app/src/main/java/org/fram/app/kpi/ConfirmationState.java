package org.fram.app.kpi;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fram.app.kpi.Confirmation.Verdict;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// Whether an objective as it stands is confirmed. Nobody sets it: it follows from what was asked and
/// answered, and from the words that stand there now.
///
/// @param rests on which confirmation; null where there is none
public record ConfirmationState(Kind kind, @Nullable Confirmation rests) {

    /// How it stands.
    public enum Kind implements Code {
        CONFIRMED,
        /// Somebody was asked and has not answered yet.
        ASKED,
        /// It was confirmed, and says something else since.
        OTHER_WORDS,
        OBJECTED,
        UNCONFIRMED;

        /// How good or bad that is.
        public Tone tone() {
            return switch (this) {
                case CONFIRMED -> Tone.GOOD;
                case ASKED -> Tone.ACCENT;
                case OTHER_WORDS -> Tone.WARN;
                case OBJECTED -> Tone.BAD;
                case UNCONFIRMED -> Tone.CALM;
            };
        }
    }

    /// The executive who confirmed it as it stands; empty while nobody did.
    public Optional<String> confirmedBy() {
        return kind == Kind.CONFIRMED ? Optional.ofNullable(rests).map(Confirmation::name) : Optional.empty();
    }

    /// How it stands with words, of all that was asked about their objective.
    ///
    /// @param all without those whose link was taken back before there was an answer
    static ConfirmationState of(AskedWords words, List<Confirmation> all, Instant now) {
        var answered = newest(
                all.stream().filter(one -> one.verdict() != null).toList(),
                Comparator.comparing(ConfirmationState::given));
        boolean same = answered.isPresent() && answered.get().words().sameAs(words);
        if (same && answered.get().verdict() == Verdict.CONFIRMED) {
            return new ConfirmationState(Kind.CONFIRMED, answered.get());
        }
        var open = newest(
                all.stream()
                        .filter(one -> one.verdict() == null && isOpen(one, now))
                        .filter(one -> one.words().sameAs(words))
                        .toList(),
                Comparator.comparing(ConfirmationState::asked));
        if (open.isPresent()) {
            return new ConfirmationState(Kind.ASKED, open.get());
        }
        if (answered.isEmpty()) {
            return new ConfirmationState(Kind.UNCONFIRMED, null);
        }
        if (answered.get().verdict() == Verdict.CONFIRMED) {
            return new ConfirmationState(Kind.OTHER_WORDS, answered.get());
        }
        return new ConfirmationState(same ? Kind.OBJECTED : Kind.UNCONFIRMED, answered.get());
    }

    private static Optional<Confirmation> newest(List<Confirmation> some, Comparator<Confirmation> order) {
        return some.stream().max(order);
    }

    private static boolean isOpen(Confirmation one, Instant now) {
        var expires = one.expires();
        return expires != null && now.isBefore(expires);
    }

    /// What was written down before there were links came first.
    private static Instant given(Confirmation one) {
        var given = one.given();
        return given == null ? Instant.MIN : given;
    }

    private static Instant asked(Confirmation one) {
        var asked = one.asked();
        return asked == null ? Instant.MIN : asked;
    }
}
