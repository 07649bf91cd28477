package org.fram.app.signing.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.texts.Text;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RecordingElsewhere;
import org.fram.app.signing.SignedElsewhere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Having something signed here, and keeping what was signed elsewhere.
@Controller
@RequestMapping("/engagements/{id}/signatures")
class AskController {

    private static final Set<String> SIGNED_HERE = Set.of("pdf", "docx", "xlsx", "txt", "md");
    private static final Set<String> SIGNED_ELSEWHERE = Set.of("pdf");

    private final Transactions transactions;
    private final Authority authority;
    private final SignaturesDesk desk;
    private final KeepingFile keepingFile;
    private final AskingForSignatures asking;
    private final RecordingElsewhere recording;
    private final Templates templates;

    AskController(
            Transactions transactions,
            Authority authority,
            SignaturesDesk desk,
            KeepingFile keepingFile,
            AskingForSignatures asking,
            RecordingElsewhere recording,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.desk = desk;
        this.keepingFile = keepingFile;
        this.asking = asking;
        this.recording = recording;
        this.templates = templates;
    }

    /// Something that was typed and cannot be read.
    private static final class Unreadable extends RuntimeException {

        final transient Text reason;

        Unreadable(Text reason) {
            super(reason.toString(), null, false, false);
            this.reason = reason;
        }
    }

    @GetMapping("/new")
    View ask(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, true, AskForm.empty(), "");
    }

    @GetMapping("/elsewhere")
    View elsewhere(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, false, AskForm.empty(), "");
    }

    @PostMapping("/new")
    View ask(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam MultipartFile document,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "false") boolean inOrder,
            @RequestParam(defaultValue = "false") boolean onlyMyParty,
            @RequestParam(defaultValue = "") List<String> signatory)
            throws IOException {
        var form = new AskForm(
                title, matter, amount, last, inOrder, onlyMyParty, signatory, "", List.of(), List.of(), List.of());
        mayAsk(me, id);
        try {
            var zone = transactions.as(me, () -> desk.zone(id));
            var people = signatory.stream()
                    .filter(one -> !one.isEmpty())
                    .map(one -> id(one, PersonId::of))
                    .toList();
            var expires = day(last).plusDays(1).atStartOfDay(zone).toInstant();
            var sum = amount(frame, amount);
            var kept = keep(me, id, onlyMyParty, document, SIGNED_HERE);
            var wish = new AskingForSignatures.Wish(
                    titled(title, kept), matter(matter), sum, kept.id(), people, inOrder, expires, onlyMyParty);
            return switch (asking.ask(me, id, wish)) {
                case AskingForSignatures.Outcome.Asked(var request) ->
                    new RedirectView(SignaturesDesk.address(id) + "/" + request);
                case AskingForSignatures.Outcome.Refused(var reason) ->
                    page(frame, me, id, true, form, frame.text(reason));
                case AskingForSignatures.Outcome.Withdrawn _ -> new RedirectView(SignaturesDesk.address(id));
            };
        } catch (Unreadable unreadable) {
            return page(frame, me, id, true, form, frame.text(unreadable.reason));
        }
    }

    @PostMapping("/elsewhere")
    View elsewhere(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam MultipartFile document,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "false") boolean onlyMyParty,
            @RequestParam(defaultValue = "") List<String> signer,
            @RequestParam(defaultValue = "") List<String> signerParty,
            @RequestParam(defaultValue = "") List<String> signedOn)
            throws IOException {
        var form = new AskForm(
                title, matter, amount, "", false, onlyMyParty, List.of(), way, signer, signerParty, signedOn);
        mayAsk(me, id);
        try {
            var signatures = new ArrayList<SignedElsewhere.Signature>();
            for (int line = 0; line < signer.size(); line++) {
                if (!signer.get(line).isBlank()) {
                    signatures.add(new SignedElsewhere.Signature(
                            signer.get(line).strip(), id(at(signerParty, line), PartyId::of), day(at(signedOn, line))));
                }
            }
            var sum = amount(frame, amount);
            var kept = keep(me, id, onlyMyParty, document, SIGNED_ELSEWHERE);
            var wish = new RecordingElsewhere.Wish(
                    titled(title, kept),
                    matter(matter),
                    sum,
                    way.isEmpty() ? SignedElsewhere.Way.PAPER : code(SignedElsewhere.Way.class, way),
                    kept.id(),
                    signatures,
                    onlyMyParty);
            return recording.record(me, id, wish) instanceof RecordingElsewhere.Outcome.Refused(var reason)
                    ? page(frame, me, id, false, form, frame.text(reason))
                    : new RedirectView(SignaturesDesk.address(id));
        } catch (Unreadable unreadable) {
            return page(frame, me, id, false, form, frame.text(unreadable.reason));
        }
    }

    private void mayAsk(Actor.Person me, EngagementId id) {
        transactions.as(me, () -> authority.require(me, Act.ASK_FOR_SIGNATURES, id));
    }

    private StoredFile keep(
            Actor.Person me, EngagementId id, boolean onlyMyParty, MultipartFile document, Set<String> endings)
            throws IOException {
        var party = transactions.as(
                me, () -> authority.require(me, Act.ASK_FOR_SIGNATURES, id).party());
        String name = Optional.ofNullable(document.getOriginalFilename()).orElse("");
        if (name.isEmpty()) {
            throw new Unreadable(Text.of("signing.ask.refused.document"));
        }
        try (var stream = document.getInputStream()) {
            return switch (keepingFile.keep(
                    me, id, onlyMyParty ? party : null, new KeepingFile.Arrival(name, endings, stream))) {
                case KeepingFile.Outcome.Kept(var file) -> file;
                case KeepingFile.Outcome.Refused(var reason) -> throw new Unreadable(reason);
            };
        }
    }

    private View page(Frame frame, Actor.Person me, EngagementId id, boolean here, AskForm form, String refusal) {
        return html(
                templates.signingAsk(frame, transactions.as(me, () -> desk.ask(frame, me, id, here, form, refusal))));
    }

    /// The title as typed, or that of the document.
    private static String titled(String title, StoredFile file) {
        return title.isBlank() ? file.name().replaceFirst("\\.[A-Za-z]{2,8}$", "") : title;
    }

    private static Matter matter(String code) {
        return code.isEmpty() ? Matter.OTHER : code(Matter.class, code);
    }

    private static <E extends Enum<E> & Code> E code(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Unreadable(Text.of("signing.refused.choice", code)));
    }

    private static Money.@org.jspecify.annotations.Nullable Sum amount(Frame frame, String written) {
        return switch (SignaturesDesk.money().read(written, frame)) {
            case CellType.Reading.Refused(var reason) -> throw new Unreadable(reason);
            case CellType.Reading.Value(var value) -> value instanceof Money.Sum sum ? sum : null;
        };
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException _) {
            throw new Unreadable(Text.of("signing.refused.day", written));
        }
    }

    private static <T> T id(String written, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(written);
        } catch (IllegalArgumentException _) {
            throw new Unreadable(Text.of("signing.refused.choice", written));
        }
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }
}
