package org.fram.app.meeting.web;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.meeting.AskedInstead;
import org.fram.app.meeting.Meetings;
import org.fram.app.meeting.Minutes;
import org.fram.app.meeting.ReadingMinutes;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.pages.Frame;
import org.fram.office.Block;
import org.springframework.stereotype.Component;

/// Minutes as a document. Is asked within a transaction of whoever reads.
@Component
class PrintedMinutes {

    private static final org.fram.office.Place NOWHERE = org.fram.office.Place.paragraph(0, 0);

    private final Authority authority;
    private final Meetings meetings;
    private final ReadingMinutes reading;
    private final AskedInstead asked;

    PrintedMinutes(Authority authority, Meetings meetings, ReadingMinutes reading, AskedInstead asked) {
        this.authority = authority;
        this.meetings = meetings;
        this.reading = reading;
        this.asked = asked;
    }

    List<Block> blocks(Frame frame, Actor.Person me, Place place) {
        authority.require(me, Act.SEE, place.engagement());
        var meeting = meetings.get(place.engagement(), place.series(), place.day());
        var minutes = reading.of(meeting);
        var blocks = new ArrayList<Block>();
        blocks.add(heading(1, meeting.series().name()));
        blocks.add(paragraph(MeetingsDesk.when(frame, meeting) + " · " + meeting.ref()));
        if (!meeting.series().place().isEmpty()) {
            blocks.add(paragraph(meeting.series().place()));
        }
        if (!minutes.present().isEmpty()) {
            blocks.add(paragraph(frame.text("meeting.mail.present", String.join(", ", minutes.present()))));
        }
        if (minutes.isEmpty() && meeting.held() == null) {
            minutes.parts().forEach(part -> blocks.add(item(title(frame, part))));
        }
        ReadingMinutes.spoken(minutes).forEach(part -> {
            blocks.add(heading(2, title(frame, part)));
            part.lines().forEach(line -> blocks.add(item(words(frame, line))));
        });
        String name = "";
        for (var one : asked.of(meeting)) {
            if (!one.name().equals(name)) {
                name = one.name();
                blocks.add(heading(2, name));
            }
            blocks.add(item(one.answer().isEmpty() ? one.question() : one.question() + " " + one.answer()));
        }
        return blocks;
    }

    private static String title(Frame frame, Minutes.Part part) {
        return part.point().title().isEmpty()
                ? frame.text("meeting.general")
                : part.point().title();
    }

    private static String words(Frame frame, Minutes.Line line) {
        var due = line.due();
        String ref = line.note().itemRef();
        return switch (line.note().kind()) {
            case NOTE -> line.text();
            case DECISION -> frame.text("meeting.mail.decision", ref, line.text());
            case ACTION ->
                due == null
                        ? frame.text("meeting.mail.action", ref, line.text(), line.owner())
                        : frame.text("meeting.mail.actionDue", ref, line.text(), line.owner(), frame.date(due));
        };
    }

    private static Block heading(int level, String text) {
        return new Block.Heading(level, "", text, NOWHERE);
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph("", text, NOWHERE);
    }

    private static Block item(String text) {
        return new Block.ListItem(1, "•", text, NOWHERE);
    }
}
