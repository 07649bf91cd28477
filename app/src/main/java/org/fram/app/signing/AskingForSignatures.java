package org.fram.app.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Asking people to sign a file, and needing their signatures no more.
@Component
public class AskingForSignatures {

    private static final int LONGEST_TITLE = 300;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Transactions transactions;
    private final Authority authority;
    private final Members members;
    private final StoredFiles files;
    private final SignatureRequests requests;
    private final SigningAuthorities authorities;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    AskingForSignatures(
            Transactions transactions,
            Authority authority,
            Members members,
            StoredFiles files,
            SignatureRequests requests,
            SigningAuthorities authorities,
            Ledger ledger,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.authority = authority;
        this.members = members;
        this.files = files;
        this.requests = requests;
        this.authorities = authorities;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /// What is to be signed by whom.
    ///
    /// @param amount that it binds to, or null
    /// @param signatories in the order in which they sign, where that matters
    /// @param expires the first moment at which nobody signs any more
    /// @param onlyMyParty whether other parties see nothing of it
    public record Wish(
            String title,
            Matter matter,
            Money.@Nullable Sum amount,
            FileId file,
            List<PersonId> signatories,
            boolean inOrder,
            Instant expires,
            boolean onlyMyParty) {}

    /// What came of it.
    public sealed interface Outcome {

        record Asked(RequestId request) implements Outcome {}

        record Withdrawn() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Asks people of the engagement for their signatures.
    public Outcome ask(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var now = clock.instant();
            var people = members.of(engagement);
            var refusal = refuse(wish, now).or(() -> refusePeople(engagement, wish, people, mine.party()));
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var file = files.get(engagement, wish.file());
            var request = new SignatureRequest(
                    RequestId.next(),
                    engagement,
                    wish.onlyMyParty() ? mine.party() : null,
                    wish.title().strip(),
                    wish.matter(),
                    wish.amount(),
                    wish.file(),
                    file.content().sha256(),
                    wish.inOrder(),
                    wish.expires(),
                    me.id(),
                    now,
                    SignatureRequest.Kept.OPEN,
                    null,
                    signatories(wish, people));
            requests.add(request);
            var what = new HashMap<String, @Nullable Object>(Map.of(
                    "title", request.title(),
                    "matter", request.matter().code(),
                    "sha256", request.sha256()));
            what.put("amount", wish.amount());
            ledger.record(
                    me,
                    engagement,
                    request.privateTo(),
                    Deed.of("signatures-asked", request.id().value(), what));
            events.publishEvent(new SignaturesAsked(request, request.next(now)));
            return new Outcome.Asked(request.id());
        });
    }

    /// Says that the signatures are needed no more. Those that were given stay written down.
    public Outcome withdraw(Actor.Person me, EngagementId engagement, RequestId id) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            requests.hold(id);
            var request = requests.get(engagement, id);
            var now = clock.instant();
            if (request.kept() != SignatureRequest.Kept.OPEN) {
                return new Outcome.Refused(Text.of("signing.refused.ended"));
            }
            requests.withdraw(id, now);
            ledger.record(
                    me,
                    engagement,
                    request.privateTo(),
                    Deed.of("signatures-withdrawn", id.value(), Map.of("title", request.title())));
            events.publishEvent(new SignaturesEnded(requests.get(engagement, id)));
            return new Outcome.Withdrawn();
        });
    }

    private static Optional<Text> refuse(Wish wish, Instant now) {
        if (wish.title().isBlank() || wish.title().strip().length() > LONGEST_TITLE) {
            return Optional.of(Text.of("signing.ask.refused.title", LONGEST_TITLE));
        }
        if (!wish.expires().isAfter(now)) {
            return Optional.of(Text.of("signing.ask.refused.past"));
        }
        if (wish.expires().isAfter(now.plus(LONGEST))) {
            return Optional.of(Text.of("signing.ask.refused.long"));
        }
        if (wish.signatories().isEmpty()) {
            return Optional.of(Text.of("signing.ask.refused.nobody"));
        }
        return new HashSet<>(wish.signatories()).size() < wish.signatories().size()
                ? Optional.of(Text.of("signing.ask.refused.twice"))
                : Optional.empty();
    }

    /// Each has to belong to the engagement, to see what they sign, and to have authority for it.
    private Optional<Text> refusePeople(EngagementId engagement, Wish wish, List<Member> people, PartyId mine) {
        var given = authorities.of(engagement);
        for (var person : wish.signatories()) {
            var member =
                    people.stream().filter(one -> one.person().equals(person)).findFirst();
            if (member.isEmpty()) {
                return Optional.of(Text.of("signing.ask.refused.stranger"));
            }
            if (wish.onlyMyParty() && !member.get().party().equals(mine)) {
                return Optional.of(
                        Text.of("signing.ask.refused.private", member.get().name()));
            }
            boolean covered = given.stream()
                    .anyMatch(one -> one.person().equals(person) && one.covers(wish.matter(), wish.amount()));
            if (!covered) {
                return Optional.of(
                        Text.of("signing.ask.refused.authority", member.get().name()));
            }
        }
        return Optional.empty();
    }

    private static List<Signatory> signatories(Wish wish, List<Member> people) {
        var signatories = new ArrayList<Signatory>();
        for (var person : wish.signatories()) {
            people.stream()
                    .filter(one -> one.person().equals(person))
                    .map(member -> new Signatory(
                            Ids.next(),
                            signatories.size() + 1,
                            person,
                            member.party(),
                            Signatory.State.WAITING,
                            null,
                            null,
                            null,
                            ""))
                    .findFirst()
                    .ifPresent(signatories::add);
        }
        return signatories;
    }
}
