package org.fram.app.agreement;

import java.time.InstantSource;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Commenting on a section, suggesting other words for it, and answering.
@Component
public class Discussing {

    private static final NoticeKind REMARKS = NoticeKind.chosen("remarks", Delivery.DIGEST);
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_SUGGESTION = 8_000;
    private static final int LONGEST_ANSWER = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Agreeing agreeing;
    private final Agreements agreements;
    private final Members members;
    private final Notices notices;
    private final InstantSource clock;

    Discussing(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Agreeing agreeing,
            Agreements agreements,
            Members members,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.agreeing = agreeing;
        this.agreements = agreements;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind remarkNotices() {
        return REMARKS;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What is said.
    ///
    /// @param section its key
    /// @param suggestion what it should say instead, or empty
    /// @param onlyMyParty whether other parties see nothing of it
    public record Said(String section, String text, String suggestion, boolean onlyMyParty) {}

    /// Says something about a section.
    public Outcome say(Actor.Person me, EngagementId engagement, SowId sow, Said said) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.CONTRIBUTE, engagement);
            var statement = statements.get(engagement, sow);
            var standing = agreeing.of(engagement, sow);
            if (!standing.has(said.section())) {
                throw new NotFoundException();
            }
            String text = said.text().strip();
            String suggestion = said.suggestion().strip();
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                return new Outcome.Refused(Text.of("agreement.refused.text", LONGEST_TEXT));
            }
            if (suggestion.length() > LONGEST_SUGGESTION) {
                return new Outcome.Refused(Text.of("agreement.refused.suggestion", LONGEST_SUGGESTION));
            }
            var remark = new Remark(
                    Ids.next(),
                    said.onlyMyParty() ? mine.party() : null,
                    said.section(),
                    standing.ordinal(),
                    text,
                    suggestion,
                    mine.party(),
                    me.id(),
                    clock.instant(),
                    null);
            agreements.add(engagement, sow, remark);
            tell(me, engagement, statement, remark);
            return new Outcome.Done();
        });
    }

    /// Answers a remark: it was taken up, or declined.
    public Outcome settle(
            Actor.Person me, EngagementId engagement, SowId sow, UUID id, Remark.Outcome outcome, String answer) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            statements.get(engagement, sow);
            var remark = agreements.remark(sow, id);
            String why = answer.strip();
            if (why.length() > LONGEST_ANSWER || why.isEmpty() && outcome == Remark.Outcome.DECLINED) {
                return new Outcome.Refused(Text.of("agreement.refused.answer", LONGEST_ANSWER));
            }
            return agreements.settle(remark.id(), new Remark.Settled(outcome, why, me.id(), clock.instant()))
                    ? new Outcome.Done()
                    : new Outcome.Refused(Text.of("agreement.refused.settled"));
        });
    }

    /// Tells those who decide, on all sides that see it.
    private void tell(Actor.Person me, EngagementId engagement, StatementOfWork statement, Remark remark) {
        var onlyFor = onlyFor(statement, remark);
        for (var member : members.of(engagement)) {
            boolean decides = member.role().compareTo(Act.ASK_FOR_SIGNATURES.least()) >= 0;
            boolean sees = onlyFor == null || member.party().equals(onlyFor);
            if (decides && sees && !member.person().equals(me.id())) {
                notices.give(Notice.to(
                                member.person(),
                                REMARKS,
                                "remark " + remark.id(),
                                Text.of("agreement.told.subject", statement.title()),
                                Text.of("agreement.told.text", remark.text()),
                                EngagementHeads.address(engagement) + "/" + statement.path() + "/agreement")
                        .in(engagement));
            }
        }
    }

    private static @Nullable PartyId onlyFor(StatementOfWork statement, Remark remark) {
        return remark.privateTo() != null ? remark.privateTo() : statement.privateTo();
    }
}
