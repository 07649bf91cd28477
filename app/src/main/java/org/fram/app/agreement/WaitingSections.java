package org.fram.app.agreement;

import java.util.List;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// The sections to which another party agrees and one's own does not yet, for whoever may agree for it.
@Component
class WaitingSections implements Waiting {

    private final StatementsOfWork statements;
    private final Agreeing agreeing;
    private final Agreements agreements;
    private final Authority authority;

    WaitingSections(StatementsOfWork statements, Agreeing agreeing, Agreements agreements, Authority authority) {
        this.statements = statements;
        this.agreeing = agreeing;
        this.agreements = agreements;
        this.authority = authority;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        if (!authority.may(me, Act.ASK_FOR_SIGNATURES, engagement)) {
            return List.of();
        }
        return statements.of(engagement).stream()
                .filter(sow -> sow.privateTo() == null)
                // Reading a document takes time, and where nobody agrees to anything nobody waits.
                .filter(sow -> agreements.assents(sow.id()).stream()
                        .anyMatch(assent -> !assent.party().equals(member.party())))
                .flatMap(sow -> item(sow, member).stream())
                .toList();
    }

    private List<Item> item(StatementOfWork sow, Member member) {
        var standing = agreeing.of(sow.engagement(), sow.id());
        if (!standing.parties().contains(member.party())) {
            return List.of();
        }
        long waiting = standing.sections().stream()
                .filter(part -> !part.assents().isEmpty()
                        && part.assents().stream()
                                .noneMatch(assent -> assent.party().equals(member.party())))
                .count();
        return waiting == 0
                ? List.of()
                : List.of(new Item(
                        Kind.WAITS,
                        "sections " + sow.id(),
                        Text.of("agreement.waiting", waiting, sow.title()),
                        sow.path() + "/agreement",
                        null,
                        List.of()));
    }
}
