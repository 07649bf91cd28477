package org.fram.app.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.Reauthentication;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Signing, or refusing to. Whoever signs shows again that it is them, and names the digest of what they have seen; the
/// bytes on the disk are read once more before a signature is written down.
@Component
public class SigningDocument {

    private static final int LONGEST_REASON = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final StoredFiles files;
    private final ContentStore contents;
    private final SignatureRequests requests;
    private final SigningAuthorities authorities;
    private final Reauthentication reauthentication;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    SigningDocument(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            StoredFiles files,
            ContentStore contents,
            SignatureRequests requests,
            SigningAuthorities authorities,
            Reauthentication reauthentication,
            Ledger ledger,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.files = files;
        this.contents = contents;
        this.requests = requests;
        this.authorities = authorities;
        this.reauthentication = reauthentication;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// A place among those who sign.
    public record Place(EngagementId engagement, RequestId request, UUID signatory) {}

    /// Signs, for oneself or in the place of whom one represents.
    ///
    /// @param seen the digest that was shown to whoever signs
    /// @param proof that it is them who sign
    public Outcome sign(Actor.Person me, Place place, String seen, Reauthentication.Proof proof) {
        // What is plainly refused costs nobody a password.
        var early = transactions.<Optional<Text>>as(me, () -> refusal(me, place, true));
        if (early.isPresent()) {
            return new Outcome.Refused(early.get());
        }
        return switch (reauthentication.confirm(me, proof, seen)) {
            case Reauthentication.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case Reauthentication.Outcome.Confirmed(var means) -> sign(me, place, seen, means);
        };
    }

    private Outcome sign(Actor.Person me, Place place, String seen, Reauthentication.Means means) {
        return transactions.<Outcome>as(me, () -> {
            requests.hold(place.request());
            var refusal = refusal(me, place, true);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var request = requests.get(place.engagement(), place.request());
            if (!request.sha256().equals(seen)) {
                return new Outcome.Refused(Text.of("signing.refused.seen"));
            }
            if (!intact(request)) {
                return new Outcome.Refused(Text.of("signing.refused.damaged"));
            }
            var now = clock.instant();
            requests.sign(place.signatory(), me.id(), shown(means), request.sha256(), now);
            record(me, request, place.signatory(), "signed", Map.of("sha256", request.sha256()));
            goOn(place);
            return new Outcome.Done();
        });
    }

    /// Refuses to sign. The request ends with it.
    public Outcome refuse(Actor.Person me, Place place, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new Outcome.Refused(Text.of("signing.refused.reason", LONGEST_REASON));
        }
        return transactions.<Outcome>as(me, () -> {
            requests.hold(place.request());
            var refusal = refusal(me, place, false);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var request = requests.get(place.engagement(), place.request());
            requests.refuse(place.signatory(), me.id(), reason.strip(), clock.instant());
            record(me, request, place.signatory(), "signature-refused", Map.of("reason", reason.strip()));
            events.publishEvent(new SignaturesEnded(requests.get(place.engagement(), place.request())));
            return new Outcome.Done();
        });
    }

    /// Whose signatures somebody gives now: their own and those of whom they represent today. Is asked within their
    /// transaction.
    public List<Signatory> waitingFor(Actor.Person me, SignatureRequest request) {
        var represented = represented(me, request.engagement());
        return request.next(clock.instant()).stream()
                .filter(one -> one.person().equals(me.id()) || represented.contains(one.person()))
                .toList();
    }

    private static Signatory.Means shown(Reauthentication.Means means) {
        return switch (means) {
            case PASSWORD -> Signatory.Means.PASSWORD;
            case PASSKEY -> Signatory.Means.PASSKEY;
            case PROVIDER -> throw new IllegalStateException("A provider's word is not enough to sign.");
        };
    }

    private void goOn(Place place) {
        var request = requests.get(place.engagement(), place.request());
        if (request.kept() != SignatureRequest.Kept.OPEN) {
            events.publishEvent(new SignaturesEnded(request));
        } else if (request.inOrder()) {
            events.publishEvent(new SignaturesAsked(request, request.next(clock.instant())));
        }
    }

    /// @param signs whether authority is needed; nobody needs any to refuse
    private Optional<Text> refusal(Actor.Person me, Place place, boolean signs) {
        authority.require(me, Act.SEE, place.engagement());
        var request = requests.get(place.engagement(), place.request());
        var signatory = request.signatories().stream()
                .filter(one -> one.id().equals(place.signatory()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        boolean own = signatory.person().equals(me.id());
        if (!own && !represented(me, place.engagement()).contains(signatory.person())) {
            // Others are not asked.
            throw new NotFoundException();
        }
        if (signatory.state() != Signatory.State.WAITING) {
            return Optional.of(Text.of("signing.refused.already"));
        }
        var now = clock.instant();
        switch (request.state(now)) {
            case OPEN -> {}
            case EXPIRED -> {
                return Optional.of(Text.of("signing.refused.expired"));
            }
            case SIGNED, REFUSED, WITHDRAWN -> {
                return Optional.of(Text.of("signing.refused.ended"));
            }
        }
        if (!request.next(now).contains(signatory)) {
            return Optional.of(Text.of("signing.refused.turn"));
        }
        boolean covered = authorities.of(place.engagement()).stream()
                .anyMatch(one -> one.person().equals(signatory.person())
                        && one.party().equals(signatory.party())
                        && one.covers(request.matter(), request.amount()));
        return signs && !covered ? Optional.of(Text.of("signing.refused.authority")) : Optional.empty();
    }

    private List<PersonId> represented(Actor.Person me, EngagementId engagement) {
        var today = engagements.today(engagement);
        return authorities.deputies(engagement).stream()
                .filter(one -> one.deputy().equals(me.id()) && one.holds(today))
                .map(Deputy::person)
                .toList();
    }

    private boolean intact(SignatureRequest request) {
        var file = files.get(request.engagement(), request.file());
        try {
            return file.content().sha256().equals(request.sha256()) && contents.intact(file.content());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void record(
            Actor.Person me, SignatureRequest request, UUID signatory, String kind, Map<String, String> more) {
        var place = request.signatories().stream()
                .filter(one -> one.id().equals(signatory))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var what = new HashMap<String, @Nullable Object>(more);
        what.put("title", request.title());
        what.put("party", place.party());
        if (!place.person().equals(me.id())) {
            what.put("inPlaceOf", place.person());
        }
        ledger.record(
                me,
                request.engagement(),
                request.privateTo(),
                Deed.of(kind, request.id().value(), what));
    }
}
