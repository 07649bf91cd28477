package org.fram.app.signing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.identity.Person;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.ledger.Recorded;
import org.fram.app.platform.pages.Frame;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.Signatory;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.office.Appendix;
import org.fram.office.Marked;
import org.fram.office.Printing;
import org.springframework.stereotype.Component;

/// Puts together the record of a request that everybody signed. Is asked within a transaction of whoever looks.
@Component
class RecordDesk {

    private final Authority authority;
    private final SignatureRequests requests;
    private final Engagements engagements;
    private final Members members;
    private final People people;
    private final StoredFiles files;
    private final ContentStore contents;
    private final Ledger ledger;

    RecordDesk(
            Authority authority,
            SignatureRequests requests,
            Engagements engagements,
            Members members,
            People people,
            StoredFiles files,
            ContentStore contents,
            Ledger ledger) {
        this.authority = authority;
        this.requests = requests;
        this.engagements = engagements;
        this.members = members;
        this.people = people;
        this.files = files;
        this.contents = contents;
        this.ledger = ledger;
    }

    /// A record, ready to be written.
    record Prepared(String title, Appendix.Attachment attachment, Printing.Print print) {}

    /// The record of a request; empty where not everybody has signed.
    ///
    /// @throws NotFoundException where there is no request for whoever asks
    Optional<Prepared> record(Frame frame, Actor.Person me, EngagementId engagement, RequestId id) {
        authority.require(me, Act.SEE, engagement);
        var request = requests.get(engagement, id);
        var ended = request.ended();
        if (request.signed() < request.signatories().size() || ended == null) {
            return Optional.empty();
        }
        var file = files.get(engagement, request.file());
        var attachment = new Appendix.Attachment(
                contents.path(file.content()), file.name(), frame.text("signing.record.about"), ended);
        var words = new Writing(frame, request, file, names(engagement), parties(engagement), does(frame, engagement));
        return Optional.of(new Prepared(
                request.title(),
                attachment,
                words.print(
                        pages(request, file),
                        engagements.get(engagement).timeZone(),
                        ledger.about(engagement, id.value()))));
    }

    /// Whether the document's pages stand before the record. Its bytes are read once more: a record is of what was
    /// signed, and of nothing else.
    private Appendix.Pages pages(SignatureRequest request, StoredFile file) {
        try {
            if (!file.content().sha256().equals(request.sha256()) || !contents.intact(file.content())) {
                throw new IllegalStateException(
                        "The bytes of %s are not those that were signed. Restore the file from a backup."
                                .formatted(file.id()));
            }
            return Appendix.pages(contents.path(file.content()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<PersonId, String> names(EngagementId engagement) {
        var names = new HashMap<PersonId, String>();
        members.of(engagement).forEach(member -> names.put(member.person(), member.name()));
        return names;
    }

    private Map<PartyId, String> parties(EngagementId engagement) {
        var names = new HashMap<PartyId, String>();
        engagements.parties(engagement).forEach(party -> names.put(party.id(), party.name()));
        return names;
    }

    private Map<PersonId, String> does(Frame frame, EngagementId engagement) {
        return members.of(engagement).stream()
                .collect(Collectors.toMap(
                        Member::person,
                        member -> member.does().stream()
                                .sorted()
                                .map(role -> frame.text("engagement.role." + role.code()))
                                .collect(Collectors.joining(", ")),
                        (first, _) -> first));
    }

    /// The words of one record.
    private final class Writing {

        private final Frame frame;
        private final SignatureRequest request;
        private final StoredFile file;
        private final Map<PersonId, String> names;
        private final Map<PartyId, String> parties;
        private final Map<PersonId, String> does;
        private final List<Marked> pieces = new ArrayList<>();

        private Writing(
                Frame frame,
                SignatureRequest request,
                StoredFile file,
                Map<PersonId, String> names,
                Map<PartyId, String> parties,
                Map<PersonId, String> does) {
            this.frame = frame;
            this.request = request;
            this.file = file;
            this.names = names;
            this.parties = parties;
            this.does = does;
        }

        private Printing.Print print(Appendix.Pages pages, ZoneId zone, List<Recorded> entries) {
            heading(frame.text("signing.record.document"));
            row(frame.text("signing.record.name"), file.name());
            row(
                    frame.text("signing.record.bytes"),
                    frame.text("signing.record.bytesOf", file.content().bytes()));
            row(frame.text("signing.record.digest"), request.sha256());
            row(
                    frame.text("signing.matter"),
                    frame.text("signing.matter." + request.matter().code()));
            var amount = request.amount();
            if (amount != null) {
                row(
                        frame.text("signing.amount"),
                        amount.amount().toPlainString() + " "
                                + amount.currency().getCurrencyCode());
            }
            row(
                    frame.text("signing.asked"),
                    frame.text("signing.byAt", name(request.askedBy()), time(request.asked(), zone)));
            row(frame.text("signing.ended"), time(Objects.requireNonNull(request.ended()), zone));
            for (var signatory : request.signatories()) {
                signatory(signatory, zone, entries);
            }
            heading(frame.text("signing.record.check"));
            Stream.of(
                            pages == Appendix.Pages.BOTH ? "signing.record.pagesBoth" : "signing.record.pagesNone",
                            "signing.record.attached",
                            "signing.record.verify")
                    .forEach(key -> paragraph(frame.text(key, file.name())));
            row(frame.text("signing.record.command"), frame.text("signing.record.commandIs"));
            return new Printing.Print(
                    frame.text("signing.record.title"),
                    frame.texts().locale().getLanguage(),
                    List.of(
                            request.title(),
                            engagements.get(request.engagement()).name()),
                    pieces,
                    frame.text("signing.record.title") + " · " + request.title());
        }

        private void signatory(Signatory signatory, ZoneId zone, List<Recorded> entries) {
            var by = Objects.requireNonNull(signatory.doneBy());
            heading("%d. %s".formatted(signatory.position(), name(signatory.person())));
            row(frame.text("signing.record.party"), parties.getOrDefault(signatory.party(), ""));
            String role = does.getOrDefault(signatory.person(), "");
            if (!role.isEmpty()) {
                row(frame.text("signing.record.role"), role);
            }
            row(
                    frame.text("signing.record.authority"),
                    frame.text(
                            "signing.record.authorityOf",
                            frame.text("signing.matter." + request.matter().code())));
            if (!by.equals(signatory.person())) {
                row(frame.text("signing.record.deputy"), name(by));
            }
            row(frame.text("signing.record.time"), time(Objects.requireNonNull(signatory.done()), zone));
            row(
                    frame.text("signing.record.means"),
                    frame.text("signing.means."
                            + Objects.requireNonNull(signatory.means()).code()));
            entries.stream()
                    .filter(entry -> isOf(entry, signatory, by))
                    .findFirst()
                    .ifPresent(entry -> {
                        row(
                                frame.text("signing.record.entry"),
                                Long.toString(entry.entry().number()));
                        row(frame.text("signing.record.hash"), entry.hash());
                    });
        }

        private static boolean isOf(Recorded entry, Signatory signatory, PersonId by) {
            var details = entry.details();
            return details != null
                    && details.kind().equals("signed")
                    && details.by().equals(by)
                    && signatory.party().toString().equals(details.what().get("party"))
                    && details.what()
                            .getOrDefault("inPlaceOf", by.toString())
                            .equals(signatory.person().toString());
        }

        private String name(PersonId id) {
            return names.computeIfAbsent(
                    id, _ -> people.find(id).map(Person::name).orElseGet(() -> frame.text("ledger.unknown")));
        }

        private String time(Instant instant, ZoneId zone) {
            return "%s %s (%s)"
                    .formatted(frame.time(instant, zone), zone.getId(), instant.truncatedTo(ChronoUnit.SECONDS));
        }

        private void heading(String text) {
            pieces.add(piece(Marked.Shape.HEADING, 1, List.of(text)));
        }

        private void paragraph(String text) {
            pieces.add(piece(Marked.Shape.PARAGRAPH, 0, List.of(text)));
        }

        private void row(String name, String value) {
            pieces.add(piece(Marked.Shape.ROW, 0, List.of(name, value)));
        }

        private static Marked piece(Marked.Shape shape, int level, List<String> texts) {
            return new Marked(
                    shape,
                    level,
                    Marked.Change.KEPT,
                    texts.stream()
                            .map(text -> List.of(new Marked.Run(Marked.Change.KEPT, text)))
                            .toList());
        }
    }
}
