package org.fram.schedule;

/// What waits for what.
///
/// @param before position of an activity
/// @param after position of the activity that waits for it
/// @param lag in minutes that pass between the two; negative lets them overlap
/// @param lagCalendar position of the calendar in which the lag passes, or [Plan#NONE] where it passes day
/// and night
public record Link(int before, int after, Type type, long lag, int lagCalendar) {

    /// Which end waits for which.
    public enum Type {
        FINISH_START,
        START_START,
        FINISH_FINISH,
        START_FINISH;

        /// Whether it is the finish of the first that counts, or else its start.
        public boolean fromFinish() {
            return this == FINISH_START || this == FINISH_FINISH;
        }

        /// Whether it holds back the start of the second, or else its finish.
        public boolean toStart() {
            return this == FINISH_START || this == START_START;
        }
    }

    /// The usual link: the one finishes, then the other may start.
    public static Link of(int before, int after) {
        return new Link(before, after, Type.FINISH_START, 0, Plan.NONE);
    }
}
