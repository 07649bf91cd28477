package org.fram.app.raid.web;

import fram.pages.app.Templates;
import java.util.Optional;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Shortcut;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.raid.NotingAction;
import org.springframework.stereotype.Component;

/// Puts together the form in which an action is noted, which the key `a` opens on each page of an
/// engagement. Is asked within a transaction of whoever looks.
@Component
class NoteDesk implements Shortcut {

    private final Members members;
    private final NotingAction noting;
    private final Templates templates;

    NoteDesk(Members members, NotingAction noting, Templates templates) {
        this.members = members;
        this.noting = noting;
        this.templates = templates;
    }

    @Override
    public Optional<Offer> of(Frame frame, Actor.Person me, Membership mine, EngagementId engagement) {
        String address = address(engagement);
        // Its own page has the form already.
        if (!mine.may(Act.CONTRIBUTE) || frame.at(address)) {
            return Optional.empty();
        }
        boolean here = NotingAction.isPage(EngagementHeads.address(engagement), frame.path());
        return Optional.of(new Offer(
                "a",
                frame.text("raid.note.title"),
                address + "/new" + (here ? "?from=" + frame.path() : ""),
                templates.raidNote(
                        frame, form(frame, me, engagement, new Written("", "", "", frame.path(), "", true), ""))));
    }

    /// What somebody wrote into the form.
    record Written(String text, String owner, String due, String source, String finding, boolean inPlace) {}

    NoteForm form(Frame frame, Actor.Person me, EngagementId engagement, Written written, String refusal) {
        var owners = members.of(engagement).stream()
                .map(member -> new Choice(
                        member.email(),
                        member.person().equals(me.id()) ? frame.text("raid.note.me", member.name()) : member.name(),
                        written.owner().isEmpty()
                                ? member.person().equals(me.id())
                                : written.owner().equals(member.email())))
                .toList();
        return new NoteForm(
                address(engagement),
                NotingAction.isPage(EngagementHeads.address(engagement), written.source()) ? written.source() : "",
                written.finding(),
                written.text(),
                owners,
                written.due().isEmpty() ? noting.due(engagement).toString() : written.due(),
                written.inPlace(),
                refusal);
    }

    static String address(EngagementId engagement) {
        return EngagementHeads.address(engagement) + "/actions";
    }
}
