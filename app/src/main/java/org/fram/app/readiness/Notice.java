package org.fram.app.readiness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Row;

/// How it stands with the last day on which a contract can be ended.
///
/// @param days until that day, below zero where it has passed; zero where there is none
public record Notice(State state, long days) {

    /// So many days before its last day a notice that was not given stands out.
    public static final int SOON = 30;

    /// How it stands.
    public enum State implements Code {
        /// No day is known by which notice has to be given.
        NONE(Tone.CALM),
        /// It was given, or what it is for is done.
        GIVEN(Tone.GOOD),
        /// There is time.
        LATER(Tone.CALM),
        /// It is to be given within the next weeks.
        NEAR(Tone.WARN),
        /// Its day has passed: the contract may go on for another term.
        MISSED(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        /// How good or bad that is.
        public Tone tone() {
            return tone;
        }

        /// Whether somebody should do something now.
        public boolean isPressing() {
            return this == NEAR || this == MISSED;
        }
    }

    /// How it stands with a row of the legacy exit on a day.
    public static Notice of(Row row, LocalDate today) {
        if (!(row.get("noticeBy") instanceof LocalDate last)) {
            return new Notice(State.NONE, 0);
        }
        long days = ChronoUnit.DAYS.between(today, last);
        if (row.get("noticeGiven") != null || row.get("done") != null) {
            return new Notice(State.GIVEN, days);
        }
        return new Notice(days < 0 ? State.MISSED : days <= SOON ? State.NEAR : State.LATER, days);
    }
}
