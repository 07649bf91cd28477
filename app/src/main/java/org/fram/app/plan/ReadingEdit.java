package org.fram.app.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.plan.PlannedActivity.Additions;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.app.plan.PlannedActivity.Range;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// Makes an activity of what somebody wrote, or says what is wrong with it.
final class ReadingEdit {

    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_OBLIGATIONS = 100;
    private static final int LONGEST_LABEL = 60;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final ActivityEdit edit;
    private final WorkCalendar calendar;
    private final Lengths lengths;

    private ReadingEdit(ActivityEdit edit, WorkCalendar calendar) {
        this.edit = edit;
        this.calendar = calendar;
        this.lengths = Lengths.of(calendar);
    }

    /// What is written cannot be taken.
    static final class RefusedEditException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Text reason;

        RefusedEditException(Text reason) {
            super(reason.key());
            this.reason = reason;
        }

        Text reason() {
            return reason;
        }
    }

    /// The activity with what is written.
    ///
    /// @throws RefusedEditException where something of it cannot be taken
    static PlannedActivity read(PlannedActivity before, ActivityEdit edit, Basis basis) {
        var reading = new ReadingEdit(edit, basis.calendar(before.core().calendar()));
        return new PlannedActivity(
                before.id(),
                before.code(),
                before.position(),
                edit.parent(),
                reading.core(before.core()),
                reading.additions(before.core().kind()),
                before.baseline(),
                before.version() + 1);
    }

    private Core core(Core before) {
        String name = edit.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw refused("plan.refused.name", LONGEST_NAME);
        }
        if (before.kind() == Kind.SUMMARY) {
            return new Core(
                    name,
                    before.kind(),
                    before.minutes(),
                    before.calendar(),
                    constraint(before.constraint()),
                    day(edit.deadline(), before.deadline(), false),
                    before.progress(),
                    before.priority());
        }
        long minutes = length(edit.duration(), before.minutes());
        return new Core(
                name,
                minutes == 0 ? Kind.MILESTONE : Kind.TASK,
                minutes,
                before.calendar(),
                constraint(before.constraint()),
                day(edit.deadline(), before.deadline(), false),
                progress(before.progress(), before.minutes(), minutes),
                before.priority());
    }

    private Progress progress(Progress before, long planned, long minutes) {
        var start = day(edit.started(), before.start(), true);
        var finish = day(edit.finished(), before.finish(), false);
        if (finish != null && start == null) {
            throw refused("plan.refused.finishedNotStarted");
        }
        if (start != null && finish != null && finish.isBefore(start)) {
            throw refused("plan.refused.finishedBefore");
        }
        long left = start == null || finish != null
                ? 0
                : edit.remaining().isBlank()
                        ? before.start() == null ? minutes : Math.min(before.remaining() + minutes - planned, minutes)
                        : length(edit.remaining(), before.remaining());
        return new Progress(start, finish, Math.max(0, left));
    }

    private Constraint constraint(Constraint before) {
        var kind = edit.constraint();
        if (kind == Constraint.Kind.AS_SOON_AS_POSSIBLE || kind == Constraint.Kind.AS_LATE_AS_POSSIBLE) {
            return new Constraint(kind, null);
        }
        boolean starts = kind == Constraint.Kind.START_NO_EARLIER
                || kind == Constraint.Kind.START_NO_LATER
                || kind == Constraint.Kind.MUST_START;
        var date = day(edit.constraintDay(), before.kind() == kind ? before.date() : null, starts);
        if (date == null) {
            throw refused("plan.refused.constraintDay");
        }
        return new Constraint(kind, date);
    }

    private Additions additions(Kind kind) {
        var labels = Stream.of(edit.obligations().split("[,;\n]"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        if (labels.size() > MOST_OBLIGATIONS || labels.stream().anyMatch(label -> label.length() > LONGEST_LABEL)) {
            throw refused("plan.refused.obligations", MOST_OBLIGATIONS, LONGEST_LABEL);
        }
        return new Additions(edit.party(), edit.area(), labels, kind == Kind.SUMMARY ? null : range());
    }

    private @Nullable Range range() {
        var written = List.of(edit.best(), edit.likely(), edit.worst());
        if (written.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (written.stream().anyMatch(String::isBlank)) {
            throw refused("plan.refused.rangeWhole");
        }
        var range = new Range(length(edit.best(), 0), length(edit.likely(), 0), length(edit.worst(), 0));
        if (range.best() > range.likely() || range.likely() > range.worst()) {
            throw refused("plan.refused.rangeOrder");
        }
        return range;
    }

    /// What is written, or what there was where that is written the same.
    private long length(String written, long before) {
        if (written.strip().equals(lengths.write(before))) {
            return before;
        }
        return lengths.read(written).orElseThrow(() -> refused("plan.refused.length", written.strip()));
    }

    /// A day with the time at which work begins or ends on it; with that of before where it is the same
    /// day.
    private @Nullable LocalDateTime day(String written, @Nullable LocalDateTime before, boolean starts) {
        if (written.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(written.strip());
            return before != null && before.toLocalDate().equals(day) ? before : at(day, calendar, starts);
        } catch (DateTimeException unreadable) {
            throw refused("plan.refused.day", written.strip());
        }
    }

    /// The time at which work begins or ends on a day.
    static LocalDateTime at(LocalDate day, WorkCalendar calendar, boolean starts) {
        var shifts = calendar.on(day);
        if (shifts.isEmpty()) {
            return starts ? day.atStartOfDay() : day.atTime(END_OF_DAY);
        }
        return starts
                ? day.atStartOfDay().plusMinutes(shifts.getFirst().from())
                : day.atStartOfDay().plusMinutes(Math.min(shifts.getLast().to(), 24 * 60 - 1));
    }

    private static RefusedEditException refused(String key, Object... values) {
        return new RefusedEditException(Text.of(key, Objects.requireNonNull(values)));
    }
}
