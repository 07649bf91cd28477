package org.fram.app.signing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying what somebody may sign for their party, and who signs in whose place. A party's managers say so for its
/// people
/// and nobody else does; everybody names their own deputy.
@Component
public class GivingAuthority {

    private final Transactions transactions;
    private final Authority authority;
    private final Members members;
    private final SigningAuthorities authorities;
    private final Ledger ledger;

    GivingAuthority(
            Transactions transactions,
            Authority authority,
            Members members,
            SigningAuthorities authorities,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.members = members;
        this.authorities = authorities;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Whether somebody says what a person may sign; a form is read only then.
    ///
    /// @throws NotAllowedException where they do not
    public void requireMayGive(Actor.Person me, EngagementId engagement, PersonId person) {
        transactions.as(me, () -> ofMyParty(authority.require(me, Act.GIVE_AUTHORITY, engagement), person));
    }

    /// Gives somebody of one's own party authority to sign, in place of what they had for the same matter.
    ///
    /// @param upTo null for any amount
    public Outcome give(
            Actor.Person me, EngagementId engagement, PersonId person, Matter matter, Money.@Nullable Sum upTo) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.GIVE_AUTHORITY, engagement);
            var member = ofMyParty(mine, person);
            if (upTo != null && upTo.amount().signum() <= 0) {
                return new Outcome.Refused(Text.of("signing.authority.refused.amount"));
            }
            authorities.give(
                    engagement, new SigningAuthority(Ids.next(), member.party(), person, matter, upTo), me.id());
            var what = new HashMap<String, @Nullable Object>(
                    Map.of("person", person, "party", member.party(), "matter", matter.code()));
            what.put("upTo", upTo);
            ledger.record(me, engagement, null, Deed.of("authority-given", person.value(), what));
            return new Outcome.Done();
        });
    }

    /// Takes authority back. What was signed stays signed.
    public Outcome withdraw(Actor.Person me, EngagementId engagement, UUID id) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.GIVE_AUTHORITY, engagement);
            var given = authorities.get(engagement, id);
            ofMyParty(mine, given.person());
            authorities.withdraw(id);
            var what = Map.of(
                    "person", given.person(),
                    "party", given.party(),
                    "matter", given.matter().code());
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of("authority-withdrawn", given.person().value(), what));
            return new Outcome.Done();
        });
    }

    /// Names who signs in somebody's place; oneself names one's own, managers those of their party.
    public Outcome nameDeputy(
            Actor.Person me,
            EngagementId engagement,
            PersonId person,
            PersonId deputy,
            LocalDate first,
            LocalDate last) {
        return transactions.<Outcome>as(me, () -> {
            var represented = mayNameFor(me, engagement, person);
            var other = members.of(engagement).stream()
                    .filter(one -> one.person().equals(deputy))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            if (person.equals(deputy)) {
                return new Outcome.Refused(Text.of("signing.deputy.refused.self"));
            }
            if (!other.party().equals(represented.party())) {
                return new Outcome.Refused(Text.of("signing.deputy.refused.party"));
            }
            if (last.isBefore(first)) {
                return new Outcome.Refused(Text.of("signing.deputy.refused.days"));
            }
            var named = new Deputy(Ids.next(), represented.party(), person, deputy, first, last);
            authorities.name(engagement, named, me.id());
            ledger.record(me, engagement, null, deed("deputy-named", named));
            return new Outcome.Done();
        });
    }

    /// Ends that somebody signs in somebody's place. What they signed stays signed.
    public Outcome endDeputy(Actor.Person me, EngagementId engagement, UUID id) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var deputy = authorities.deputy(engagement, id);
            mayNameFor(me, engagement, deputy.person());
            authorities.end(id);
            ledger.record(me, engagement, null, deed("deputy-ended", deputy));
            return new Outcome.Done();
        });
    }

    private static Deed deed(String kind, Deputy deputy) {
        return Deed.of(
                kind,
                deputy.person().value(),
                Map.of(
                        "person", deputy.person(),
                        "deputy", deputy.deputy(),
                        "party", deputy.party(),
                        "from", deputy.first(),
                        "until", deputy.last()));
    }

    private Member mayNameFor(Actor.Person me, EngagementId engagement, PersonId person) {
        var mine = authority.require(me, Act.SEE, engagement);
        if (!me.id().equals(person) && !mine.may(Act.GIVE_AUTHORITY)) {
            throw new NotAllowedException(Act.GIVE_AUTHORITY);
        }
        return ofMyParty(mine, person);
    }

    private Member ofMyParty(Membership mine, PersonId person) {
        var member = members.of(mine.engagement()).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!member.party().equals(mine.party())) {
            throw new NotAllowedException(Act.GIVE_AUTHORITY);
        }
        return member;
    }
}
