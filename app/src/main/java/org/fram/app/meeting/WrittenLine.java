package org.fram.app.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line as somebody types it while people talk.
///
/// `! Ask the carrier @IT lead +3` is an action with its owner and the days until it is due, `! Ask the
/// carrier
/// @IT lead 2027-03-01` one with its day, `= One office first` a decision; anything else is a note.
///
/// @param owner name, role or e-mail address; empty where nobody is named
/// @param due as it was typed, a day or `+` with a number of days; empty where nothing was
public record WrittenLine(Note.Kind kind, String text, String owner, String due) {

    private static final String DUE = "\\+\\d{1,3}|\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern ACTION =
            Pattern.compile("(?<text>.+?)(?:\\s+@(?<owner>\\S.*?))?(?:\\s+(?<due>" + DUE + "))?", Pattern.DOTALL);

    /// Reads what somebody typed.
    public static WrittenLine read(String typed) {
        String line = typed.strip();
        if (line.startsWith("=")) {
            return new WrittenLine(Note.Kind.DECISION, line.substring(1).strip(), "", "");
        }
        if (!line.startsWith("!")) {
            return new WrittenLine(Note.Kind.NOTE, line, "", "");
        }
        String rest = line.substring(1).strip();
        var action = ACTION.matcher(rest);
        return action.matches()
                ? new WrittenLine(
                        Note.Kind.ACTION, action.group("text"), said(action.group("owner")), said(action.group("due")))
                : new WrittenLine(Note.Kind.ACTION, rest, "", "");
    }

    /// The day that is meant; empty where what was typed is none, and where nothing was.
    public Optional<LocalDate> day(LocalDate today) {
        try {
            return due.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            due.startsWith("+")
                                    ? today.plusDays(
                                            Integer.parseInt(due.substring(1).strip()))
                                    : LocalDate.parse(due.strip()));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String said(@Nullable String group) {
        return group == null ? "" : group;
    }
}
