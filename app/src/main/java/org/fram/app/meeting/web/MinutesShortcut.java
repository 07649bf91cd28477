package org.fram.app.meeting.web;

import fram.pages.app.Templates;
import java.util.Optional;
import org.fram.app.engagement.Shortcut;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Component;

/// The key `m`: minutes of a meeting that begins now, from each page of an engagement.
@Component
class MinutesShortcut implements Shortcut {

    private final MeetingsDesk desk;
    private final Templates templates;

    MinutesShortcut(MeetingsDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    @Override
    public Optional<Offer> of(Frame frame, Actor.Person me, Membership mine, EngagementId engagement) {
        var form = desk.now(engagement);
        if (!mine.may(Act.CONTRIBUTE) || frame.at(form.address())) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                "m", frame.text("meeting.now.title"), form.address(), templates.meetingNow(frame, form, true)));
    }
}
