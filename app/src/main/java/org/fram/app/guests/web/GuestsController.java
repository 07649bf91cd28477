package org.fram.app.guests.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.GuestLinks;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The links of an engagement's guests.
@Controller
@RequestMapping("/engagements/{id}/guests")
class GuestsController {

    private static final Set<String> DOCUMENTS = Set.of("pdf", "docx", "xlsx", "txt", "md", "csv", "png", "jpg");
    private static final int USUAL_DAYS = 14;

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final StoredFiles files;
    private final GuestLinks links;
    private final KeepingFile keepingFile;
    private final InvitingGuests inviting;
    private final InstantSource clock;
    private final Templates templates;

    GuestsController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            StoredFiles files,
            GuestLinks links,
            KeepingFile keepingFile,
            InvitingGuests inviting,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.files = files;
        this.links = links;
        this.keepingFile = keepingFile;
        this.inviting = inviting;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, new GuestsPage.Form("", "", "", "", false), "", "");
    }

    @PostMapping
    View invite(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "false") boolean onlyMyParty)
            throws IOException {
        var form = new GuestsPage.Form(email, name, question, last, onlyMyParty);
        var mine = transactions.as(me, () -> authority.require(me, Act.INVITE_GUESTS, id));
        FileId file = null;
        if (document != null && !document.isEmpty()) {
            String fileName =
                    Optional.ofNullable(document.getOriginalFilename()).orElse("");
            try (var stream = document.getInputStream()) {
                var arrival = new KeepingFile.Arrival(fileName, DOCUMENTS, stream);
                switch (keepingFile.keep(me, id, onlyMyParty ? mine.party() : null, arrival)) {
                    case KeepingFile.Outcome.Kept(var kept) -> file = kept.id();
                    case KeepingFile.Outcome.Refused(var reason) -> {
                        return page(frame, me, id, form, "", frame.text(reason));
                    }
                }
            }
        }
        var zone = transactions.as(me, () -> engagements.get(id).timeZone());
        var wish = new InvitingGuests.Wish(email, name, file, question, expires(last, zone), onlyMyParty);
        return switch (inviting.invite(me, id, wish)) {
            case InvitingGuests.Outcome.Invited(var _, var handOn)
            when !handOn.isEmpty() -> page(frame, me, id, new GuestsPage.Form("", "", "", "", false), handOn, "");
            case InvitingGuests.Outcome.Refused(var reason) -> page(frame, me, id, form, "", frame.text(reason));
            case InvitingGuests.Outcome.Invited _, InvitingGuests.Outcome.Revoked _ -> back(id);
        };
    }

    @PostMapping("/{guest}/revoke")
    View revoke(Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID guest) {
        inviting.revoke(me, id, guest);
        return back(id);
    }

    private View page(
            Frame frame, Actor.Person me, EngagementId id, GuestsPage.Form form, String handOn, String refusal) {
        return html(templates.guestsList(frame, transactions.as(me, () -> {
            authority.require(me, Act.INVITE_GUESTS, id);
            var head = heads.of(frame, me, id);
            var zone = engagements.get(id).timeZone();
            var now = clock.instant();
            var names = new HashMap<PersonId, String>();
            for (Member member : members.of(id)) {
                names.put(member.person(), member.name());
            }
            var lines = links.of(id).stream()
                    .map(link -> line(frame, link, names.getOrDefault(link.madeBy(), ""), zone, now))
                    .toList();
            String last = form.last().isEmpty()
                    ? LocalDate.ofInstant(now, zone).plusDays(USUAL_DAYS).toString()
                    : form.last();
            return new GuestsPage(
                    head,
                    lines,
                    new GuestsPage.Form(form.email(), form.name(), form.question(), last, form.onlyMyParty()),
                    handOn,
                    refusal);
        })));
    }

    private GuestsPage.Line line(Frame frame, GuestLink link, String by, ZoneId zone, Instant now) {
        var state = link.state(now);
        var file = link.file();
        var facts = new ArrayList<String>();
        facts.add(frame.text("guests.made", by, frame.time(link.made(), zone)));
        facts.add(frame.text(
                "guests.until", frame.date(LocalDate.ofInstant(link.expires().minusMillis(1), zone))));
        var used = link.lastUsed();
        facts.add(
                used == null
                        ? frame.text("guests.unused")
                        : frame.text("guests.used", link.uses(), frame.time(used, zone)));
        return new GuestsPage.Line(
                link.name(),
                link.email(),
                file == null
                        ? link.question()
                        : files.get(link.engagement(), file).name(),
                file == null ? "" : EngagementHeads.address(link.engagement()) + "/files/" + file,
                link.answer(),
                switch (state) {
                    case OPEN -> Tone.ACCENT;
                    case ANSWERED -> Tone.GOOD;
                    case EXPIRED -> Tone.CALM;
                    case REVOKED -> Tone.WARN;
                },
                frame.text("guests.state." + state.code()),
                String.join(" · ", facts),
                link.privateTo() != null,
                state == GuestLink.State.OPEN
                        ? EngagementHeads.address(link.engagement()) + "/guests/" + link.id() + "/revoke"
                        : "");
    }

    /// The end of the last day; one in the past where no day was given, which is refused.
    private static Instant expires(String last, ZoneId zone) {
        try {
            return LocalDate.parse(last).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }

    private static View back(EngagementId id) {
        return new RedirectView(EngagementHeads.address(id) + "/guests");
    }
}
