package org.fram.app.agreement;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// How far statements of work are on their way to being in force. Is asked within a transaction.
@Component
public class Agreeing {

    private final StatementsOfWork statements;
    private final Engagements engagements;
    private final Agreements agreements;
    private final SignatureRequests requests;
    private final InstantSource clock;

    Agreeing(
            StatementsOfWork statements,
            Engagements engagements,
            Agreements agreements,
            SignatureRequests requests,
            InstantSource clock) {
        this.statements = statements;
        this.engagements = engagements;
        this.agreements = agreements;
        this.requests = requests;
        this.clock = clock;
    }

    /// How far one is, as far as whoever asks sees it.
    public Standing of(EngagementId engagement, SowId sow) {
        int ordinal = statements.versions(sow).size();
        var remarks = agreements.remarks(sow).stream().collect(groupingBy(Remark::section));
        var assents = agreements.assents(sow).stream().collect(groupingBy(Assent::section));
        var parts = Sections.of(statements.document(sow, ordinal)).stream()
                .map(section -> {
                    var own = assents.getOrDefault(section.key(), List.of()).stream()
                            .collect(groupingBy(assent -> assent.sha256().equals(section.sha256())));
                    return new Standing.Part(
                            section,
                            own.getOrDefault(true, List.of()),
                            own.getOrDefault(false, List.of()),
                            remarks.getOrDefault(section.key(), List.of()));
                })
                .toList();
        var byId = new HashMap<UUID, SignatureRequest>();
        requests.of(engagement).forEach(request -> byId.put(request.id().value(), request));
        SignatureRequest open = null;
        Standing.InForce inForce = null;
        for (var one : agreements.putUp(sow)) {
            var request = byId.get(one.request().value());
            if (request == null) {
                continue;
            }
            var state = request.state(clock.instant());
            if (state == SignatureRequest.State.OPEN && one.ordinal() == ordinal) {
                open = request;
            }
            if (state == SignatureRequest.State.SIGNED && (inForce == null || one.ordinal() >= inForce.ordinal())) {
                inForce = new Standing.InForce(one.ordinal(), request);
            }
        }
        return new Standing(ordinal, parts, parties(engagement), open, inForce);
    }

    /// Those that have to agree and to sign: the parties on the customer's side, and on the side of whoever delivers.
    private List<PartyId> parties(EngagementId engagement) {
        return engagements.parties(engagement).stream()
                .filter(this::has)
                .map(Party::id)
                .toList();
    }

    /// Whether a party has to agree.
    public boolean has(Party party) {
        return isCustomer(party) || delivers(party);
    }

    static boolean isCustomer(Party party) {
        return party.side() == Side.BUYER;
    }

    static boolean delivers(Party party) {
        return party.side() == Side.VENDOR || party.side() == Side.OUTSOURCER;
    }
}
