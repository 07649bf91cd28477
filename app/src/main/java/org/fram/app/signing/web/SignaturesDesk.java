package org.fram.app.signing.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.AgainForm;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.identity.Person;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Money;
import org.fram.app.signing.ElsewhereSignatures;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.Signatory;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.signing.SignedElsewhere;
import org.fram.app.signing.SigningAuthorities;
import org.fram.app.signing.SigningDocument;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts signatures into words. Is asked within a transaction of whoever looks.
@Component
class SignaturesDesk {

    /// So many can be asked to sign by the form.
    private static final int SIGNERS = 6;

    private static final int LINES_ELSEWHERE = 4;

    private static final int USUAL_DAYS = 14;

    /// An amount is read and shown as in registers; the currency's field plays no part in that.
    private static final Money MONEY = new Money(DSL.field("currency", String.class));

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final People people;
    private final StoredFiles files;
    private final SignatureRequests requests;
    private final ElsewhereSignatures elsewhere;
    private final SigningAuthorities authorities;
    private final SigningDocument signing;
    private final InstantSource clock;

    SignaturesDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            People people,
            StoredFiles files,
            SignatureRequests requests,
            ElsewhereSignatures elsewhere,
            SigningAuthorities authorities,
            SigningDocument signing,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.people = people;
        this.files = files;
        this.requests = requests;
        this.elsewhere = elsewhere;
        this.authorities = authorities;
        this.signing = signing;
        this.clock = clock;
    }

    static Money money() {
        return MONEY;
    }

    static String address(EngagementId id) {
        return EngagementHeads.address(id) + "/signatures";
    }

    ZoneId zone(EngagementId id) {
        return engagements.get(id).timeZone();
    }

    SignaturesPage list(Frame frame, Actor.Person me, EngagementId id) {
        var head = heads.of(frame, me, id);
        var words = words(frame, id);
        var mine = new ArrayList<SignaturesPage.Line>();
        var others = new ArrayList<SignaturesPage.Line>();
        for (var request : requests.of(id)) {
            (signing.waitingFor(me, request).isEmpty() ? others : mine).add(line(frame, words, request));
        }
        return new SignaturesPage(
                head,
                authority.may(me, Act.ASK_FOR_SIGNATURES, id),
                mine,
                others,
                elsewhere.of(id).stream()
                        .map(one -> elsewhere(frame, words, one))
                        .toList());
    }

    RequestPage request(
            Frame frame, Actor.Person me, EngagementId id, RequestId requestId, AgainForm again, String refusal) {
        var head = heads.of(frame, me, id);
        var words = words(frame, id);
        var request = requests.get(id, requestId);
        var state = request.state(words.now());
        var file = files.get(id, request.file());
        return new RequestPage(
                head,
                address(id) + "/" + requestId,
                request.title(),
                tone(state),
                frame.text("signing.state." + state.code()),
                facts(frame, words, request),
                head.address() + "/files/" + request.file(),
                file.name(),
                request.sha256(),
                request.signatories().stream()
                        .map(one -> signatory(frame, words, request, one))
                        .toList(),
                state == SignatureRequest.State.SIGNED ? address(id) + "/" + requestId + "/record.pdf" : "",
                state == SignatureRequest.State.OPEN && authority.may(me, Act.ASK_FOR_SIGNATURES, id),
                signing.waitingFor(me, request).stream()
                        .map(one -> new Choice(
                                one.id().toString(),
                                one.person().equals(me.id())
                                        ? frame.text("signing.sign.own")
                                        : frame.text("signing.sign.inPlaceOf", words.person(one.person())),
                                one.person().equals(me.id())))
                        .toList(),
                again,
                refusal);
    }

    AskPage ask(Frame frame, Actor.Person me, EngagementId id, boolean here, AskForm typed, String refusal) {
        var head = heads.of(frame, me, id);
        var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, id);
        var today = LocalDate.ofInstant(clock.instant(), zone(id));
        var parties = engagements.parties(id).stream()
                .map(party -> new Choice(
                        party.id().toString(), party.name(), party.id().equals(mine.party())))
                .toList();
        return new AskPage(
                head,
                here,
                new AskPage.Form(
                        typed.title(),
                        typed.amount(),
                        typed.last().isEmpty() ? today.plusDays(USUAL_DAYS).toString() : typed.last(),
                        typed.inOrder(),
                        typed.onlyMyParty(),
                        choices(frame, "signing.way", SignedElsewhere.Way.values(), typed.way())),
                choices(frame, "signing.matter", Matter.values(), typed.matter()),
                signers(frame, id, typed.signatory()),
                signatures(typed, parties),
                refusal);
    }

    AuthorityPage authorities(Frame frame, Actor.Person me, EngagementId id, String refusal) {
        var head = heads.of(frame, me, id);
        var mine = authority.require(me, Act.SEE, id);
        var words = words(frame, id);
        var given = authorities.of(id);
        var deputies = authorities.deputies(id);
        boolean gives = mine.may(Act.GIVE_AUTHORITY);
        String address = address(id) + "/authority";
        var groups = engagements.parties(id).stream()
                .map(party -> new AuthorityPage.Group(
                        party.name(),
                        given.stream()
                                .filter(one -> one.party().equals(party.id()))
                                .map(one -> new AuthorityPage.Line(
                                        words.person(one.person()),
                                        frame.text(
                                                one.upTo() == null ? "signing.authority.any" : "signing.authority.upTo",
                                                frame.text("signing.matter."
                                                        + one.matter().code()),
                                                MONEY.show(one.upTo(), frame)),
                                        gives && one.party().equals(mine.party())
                                                ? address + "/" + one.id() + "/withdraw"
                                                : ""))
                                .toList(),
                        deputies.stream()
                                .filter(one -> one.party().equals(party.id()))
                                .filter(one -> !one.last().isBefore(words.today()))
                                .map(one -> new AuthorityPage.Line(
                                        words.person(one.deputy()),
                                        frame.text(
                                                "signing.deputy.of",
                                                words.person(one.person()),
                                                frame.date(one.first()),
                                                frame.date(one.last())),
                                        one.party().equals(mine.party())
                                                        && (gives
                                                                || one.person().equals(me.id()))
                                                ? address(id) + "/deputies/" + one.id() + "/end"
                                                : ""))
                                .toList()))
                .toList();
        var ours = members.of(id).stream()
                .filter(one -> one.party().equals(mine.party()))
                .toList();
        var deputyForm = ours.size() < 2
                ? null
                : new AuthorityPage.DeputyForm(
                        people(
                                ours.stream()
                                        .filter(one -> gives || one.person().equals(me.id()))
                                        .toList(),
                                me.id()),
                        people(ours, null),
                        words.today().toString());
        return new AuthorityPage(
                head,
                groups,
                gives
                        ? new AuthorityPage.Form(
                                people(ours, me.id()), choices(frame, "signing.matter", Matter.values(), ""))
                        : null,
                deputyForm,
                refusal);
    }

    private SignaturesPage.Line line(Frame frame, PageWords words, SignatureRequest request) {
        var state = request.state(words.now());
        var facts = new ArrayList<String>();
        facts.add(frame.text("signing.matter." + request.matter().code()));
        if (request.amount() != null) {
            facts.add(MONEY.show(request.amount(), frame));
        }
        facts.add(frame.text(
                "signing.list.signed", request.signed(), request.signatories().size()));
        facts.add(
                state == SignatureRequest.State.OPEN
                        ? frame.text("signing.list.until", words.last(request))
                        : frame.text("signing.list.ended", words.time(ended(request))));
        return new SignaturesPage.Line(
                address(request.engagement()) + "/" + request.id(),
                request.title(),
                tone(state),
                frame.text("signing.state." + state.code()),
                String.join(" · ", facts),
                request.privateTo() != null);
    }

    private SignaturesPage.Elsewhere elsewhere(Frame frame, PageWords words, SignedElsewhere document) {
        var facts = new ArrayList<String>();
        facts.add(frame.text("signing.matter." + document.matter().code()));
        if (document.amount() != null) {
            facts.add(MONEY.show(document.amount(), frame));
        }
        facts.add(frame.text("signing.way." + document.way().code()));
        facts.add(frame.text(
                "signing.elsewhere.recorded", words.person(document.recordedBy()), words.time(document.recorded())));
        return new SignaturesPage.Elsewhere(
                document.title(),
                String.join(" · ", facts),
                EngagementHeads.address(document.engagement()) + "/files/" + document.file(),
                document.sha256(),
                document.privateTo() != null,
                document.signatures().stream()
                        .map(one -> new Pair(
                                one.name(),
                                frame.text(
                                        "signing.elsewhere.for", words.party(one.party()), frame.date(one.signedOn()))))
                        .toList());
    }

    private static List<Pair> facts(Frame frame, PageWords words, SignatureRequest request) {
        var facts = new ArrayList<Pair>();
        facts.add(new Pair(
                frame.text("signing.matter"),
                frame.text("signing.matter." + request.matter().code())));
        if (request.amount() != null) {
            facts.add(new Pair(frame.text("signing.amount"), MONEY.show(request.amount(), frame)));
        }
        facts.add(new Pair(
                frame.text("signing.asked"),
                frame.text("signing.byAt", words.person(request.askedBy()), words.time(request.asked()))));
        facts.add(new Pair(frame.text("signing.last"), words.last(request)));
        if (request.ended() != null) {
            facts.add(new Pair(frame.text("signing.ended"), words.time(request.ended())));
        }
        if (request.privateTo() != null) {
            facts.add(new Pair(frame.text("signing.seenBy"), words.party(request.privateTo())));
        }
        return facts;
    }

    private static RequestPage.Line signatory(
            Frame frame, PageWords words, SignatureRequest request, Signatory signatory) {
        boolean turn = request.next(words.now()).contains(signatory);
        var doneBy = signatory.doneBy();
        String by = doneBy == null || doneBy.equals(signatory.person())
                ? ""
                : frame.text("signing.byDeputy", words.person(doneBy)) + " ";
        String note = switch (signatory.state()) {
            case WAITING -> "";
            case SIGNED ->
                by
                        + frame.text(
                                "signing.signedAt",
                                words.time(Objects.requireNonNull(signatory.done())),
                                frame.text("signing.means."
                                        + Objects.requireNonNull(signatory.means())
                                                .code()));
            case REFUSED ->
                by
                        + frame.text(
                                "signing.refusedAt",
                                words.time(Objects.requireNonNull(signatory.done())),
                                signatory.reason());
        };
        Tone tone = switch (signatory.state()) {
            case WAITING -> turn ? Tone.ACCENT : Tone.CALM;
            case SIGNED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
        return new RequestPage.Line(
                request.inOrder() ? signatory.position() + "." : "",
                words.person(signatory.person()),
                words.party(signatory.party()),
                tone,
                frame.text("signing.signatory."
                        + (turn ? "turn" : signatory.state().code())),
                note);
    }

    private List<List<Choice>> signers(Frame frame, EngagementId id, List<String> chosen) {
        var given = authorities.of(id);
        var parties = new HashMap<PartyId, String>();
        engagements.parties(id).forEach(party -> parties.put(party.id(), party.name()));
        var may = members.of(id).stream()
                .filter(member -> given.stream().anyMatch(one -> one.person().equals(member.person())))
                .toList();
        if (may.isEmpty()) {
            return List.of();
        }
        var lists = new ArrayList<List<Choice>>();
        for (int place = 0; place < SIGNERS; place++) {
            String present = place < chosen.size() ? chosen.get(place) : "";
            var choices = new ArrayList<Choice>();
            choices.add(new Choice("", frame.text("signing.ask.nobody"), present.isEmpty()));
            for (var member : may) {
                String value = member.person().toString();
                choices.add(new Choice(
                        value,
                        frame.text("signing.ask.of", member.name(), parties.getOrDefault(member.party(), "")),
                        value.equals(present)));
            }
            lists.add(choices);
        }
        return lists;
    }

    private static List<AskPage.Signature> signatures(AskForm typed, List<Choice> parties) {
        var lines = new ArrayList<AskPage.Signature>();
        for (int line = 0; line < LINES_ELSEWHERE; line++) {
            String party = at(typed.signerParty(), line);
            lines.add(new AskPage.Signature(
                    at(typed.signer(), line),
                    party.isEmpty()
                            ? parties
                            : parties.stream()
                                    .map(one -> new Choice(
                                            one.value(),
                                            one.label(),
                                            one.value().equals(party)))
                                    .toList(),
                    at(typed.signedOn(), line)));
        }
        return lines;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static <E extends org.fram.app.platform.access.Code> List<Choice> choices(
            Frame frame, String keyPrefix, E[] constants, String chosen) {
        var choices = new ArrayList<Choice>();
        for (var constant : constants) {
            choices.add(new Choice(
                    constant.code(),
                    frame.text(keyPrefix + "." + constant.code()),
                    constant.code().equals(chosen)));
        }
        return choices;
    }

    private static List<Choice> people(List<Member> members, @Nullable PersonId chosen) {
        return members.stream()
                .map(one -> new Choice(
                        one.person().toString(), one.name(), one.person().equals(chosen)))
                .toList();
    }

    private static Instant ended(SignatureRequest request) {
        var ended = request.ended();
        return ended == null ? request.expires() : ended;
    }

    private static Tone tone(SignatureRequest.State state) {
        return switch (state) {
            case OPEN -> Tone.ACCENT;
            case SIGNED -> Tone.GOOD;
            case REFUSED, EXPIRED -> Tone.BAD;
            case WITHDRAWN -> Tone.CALM;
        };
    }

    private PageWords words(Frame frame, EngagementId id) {
        var zone = zone(id);
        var names = new HashMap<PersonId, String>();
        members.of(id).forEach(member -> names.put(member.person(), member.name()));
        var parties = new HashMap<PartyId, String>();
        engagements.parties(id).forEach(party -> parties.put(party.id(), party.name()));
        return new PageWords(frame, zone, clock.instant(), names, parties, people);
    }

    /// Names and times of an engagement.
    private record PageWords(
            Frame frame,
            ZoneId zone,
            Instant now,
            Map<PersonId, String> names,
            Map<PartyId, String> parties,
            People people) {

        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }

        /// The last day on which it is signed.
        String last(SignatureRequest request) {
            return frame.date(LocalDate.ofInstant(request.expires().minusMillis(1), zone));
        }

        String time(Instant instant) {
            return frame.time(instant, zone);
        }

        String person(PersonId id) {
            return names.computeIfAbsent(
                    id, _ -> people.find(id).map(Person::name).orElseGet(() -> frame.text("ledger.unknown")));
        }

        String party(PartyId id) {
            return parties.getOrDefault(id, "");
        }
    }
}
