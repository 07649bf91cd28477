package org.fram.app.platform.runs;

import java.time.Duration;
import java.time.Instant;
import org.fram.app.platform.pages.Frame;

/// What is shown of a run.
///
/// @param engagement the address of the engagement
/// @param address of the run
/// @param state in one word
/// @param age since it was asked for
/// @param activity what it is at, or why it failed; may be empty
/// @param percent how much is done, or -1 while that is unknown
/// @param going whether something may still happen
/// @param result the address of its result; empty where there is none
public record RunPage(
        String engagement,
        String address,
        String title,
        String subject,
        RunState state,
        String stateName,
        String age,
        String activity,
        int percent,
        boolean going,
        boolean cancelling,
        String result) {

    static RunPage of(Frame frame, Run run, Instant now) {
        String engagement = "/engagements/" + run.engagement();
        var failure = run.failure();
        var activity = run.activity();
        String result = run.result();
        return new RunPage(
                engagement,
                engagement + "/runs/" + run.id(),
                frame.text("runs.kind." + run.kind()),
                run.subject(),
                run.state(),
                frame.text("runs.state." + run.state().code()),
                age(frame, Duration.between(run.requested(), now)),
                failure != null
                        ? frame.text(failure)
                        : activity != null && run.state() == RunState.RUNNING ? frame.text(activity) : "",
                run.total() == 0 ? -1 : (int) (100L * run.done() / run.total()),
                !run.state().ended(),
                run.cancelling(),
                result == null ? "" : engagement + "/" + result);
    }

    private static String age(Frame frame, Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return frame.text("runs.age.seconds", seconds);
        }
        if (seconds < 3600) {
            return frame.text("runs.age.minutes", age.toMinutes());
        }
        return age.toHours() < 48
                ? frame.text("runs.age.hours", age.toHours())
                : frame.text("runs.age.days", age.toDays());
    }
}
