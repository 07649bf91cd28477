package org.fram.app.platform.notices;

import java.time.ZoneOffset;
import java.util.List;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;

/// How mail fares, for administrators.
///
/// @param configured whether a mail server is set
/// @param undelivered the last mails that did not arrive
/// @param asked whether a mail to oneself was just asked for
public record PostPage(
        boolean configured, Tone tone, String state, String lastSent, List<Line> undelivered, boolean asked) {

    /// A mail that did not arrive.
    public record Line(String whom, String what, String time) {}

    static PostPage of(Frame frame, boolean configured, Outbox.State state, Postman.Reach reach, boolean asked) {
        var oldest = state.oldest();
        var since = reach.since();
        var lastSent = state.lastSent();
        return new PostPage(
                configured,
                !configured || since == null ? Tone.ACCENT : Tone.WARN,
                !configured
                        ? frame.text("notices.post.none")
                        : since != null
                                ? frame.text(
                                        "notices.post.unreachable",
                                        frame.time(since, ZoneOffset.UTC),
                                        reach.trouble(),
                                        state.waiting())
                                : oldest == null
                                        ? frame.text("notices.post.nothingWaits")
                                        : frame.text(
                                                "notices.post.waiting",
                                                state.waiting(),
                                                frame.time(oldest, ZoneOffset.UTC)),
                lastSent == null ? "" : frame.text("notices.post.lastSent", frame.time(lastSent, ZoneOffset.UTC)),
                state.undelivered().stream()
                        .map(lost -> new Line(
                                lost.name() == null ? frame.text("notices.post.somebody") : lost.name(),
                                frame.text("notices.post." + lost.state().code(), lost.answer()),
                                frame.time(lost.at(), ZoneOffset.UTC)))
                        .toList(),
                asked);
    }
}
