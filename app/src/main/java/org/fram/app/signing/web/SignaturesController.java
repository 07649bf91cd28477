package org.fram.app.signing.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.Reauthentication;
import org.fram.app.platform.pages.Frame;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.signing.SigningDocument;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Signatures: what waits for whom, and signing.
@Controller
@RequestMapping("/engagements/{id}/signatures")
class SignaturesController {

    private final Transactions transactions;
    private final SignaturesDesk desk;
    private final AskingForSignatures asking;
    private final SigningDocument signing;
    private final SignatureRequests requests;
    private final Reauthentication reauthentication;
    private final Templates templates;

    SignaturesController(
            Transactions transactions,
            SignaturesDesk desk,
            AskingForSignatures asking,
            SigningDocument signing,
            SignatureRequests requests,
            Reauthentication reauthentication,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.asking = asking;
        this.signing = signing;
        this.requests = requests;
        this.reauthentication = reauthentication;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return html(templates.signingList(frame, transactions.as(me, () -> desk.list(frame, me, id))));
    }

    @GetMapping("/{request}")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable RequestId request) {
        return page(frame, me, id, request, "");
    }

    /// @param seen the digest that the page showed
    @PostMapping("/{request}/sign")
    View sign(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @PathVariable RequestId request,
            @RequestParam UUID signatory,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        var place = new SigningDocument.Place(id, request, signatory);
        return answer(
                frame,
                me,
                id,
                request,
                signing.sign(me, place, seen, new Reauthentication.Proof(password, challenge, assertion)));
    }

    @PostMapping("/{request}/refuse")
    View refuse(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @PathVariable RequestId request,
            @RequestParam UUID signatory,
            @RequestParam(defaultValue = "") String reason) {
        var place = new SigningDocument.Place(id, request, signatory);
        return answer(frame, me, id, request, signing.refuse(me, place, reason));
    }

    @PostMapping("/{request}/withdraw")
    View withdraw(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable RequestId request) {
        return asking.withdraw(me, id, request) instanceof AskingForSignatures.Outcome.Refused(var reason)
                ? page(frame, me, id, request, frame.text(reason))
                : new RedirectView(SignaturesDesk.address(id) + "/" + request);
    }

    private View answer(
            Frame frame, Actor.Person me, EngagementId id, RequestId request, SigningDocument.Outcome outcome) {
        return outcome instanceof SigningDocument.Outcome.Refused(var reason)
                ? page(frame, me, id, request, frame.text(reason))
                : new RedirectView(SignaturesDesk.address(id) + "/" + request);
    }

    private View page(Frame frame, Actor.Person me, EngagementId id, RequestId request, String refusal) {
        String sha256 = transactions.as(me, () -> requests.get(id, request).sha256());
        var again = reauthentication.form(me, sha256);
        return html(templates.signingRequest(
                frame, transactions.as(me, () -> desk.request(frame, me, id, request, again, refusal))));
    }
}
