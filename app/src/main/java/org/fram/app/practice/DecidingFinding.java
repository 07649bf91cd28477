package org.fram.app.practice;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Deciding about a finding: to live with it until a day, or that the practice does not apply; and taking
/// that back.
@Component
public class DecidingFinding {

    private static final NoticeKind DECISIONS = NoticeKind.chosen("decisions", Delivery.DIGEST);
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_AUTHORITY = 300;

    private final Transactions transactions;
    private final Authority authority;
    private final Decisions decisions;
    private final Practices practices;
    private final Facts facts;
    private final Ledger ledger;
    private final Members members;
    private final Notices notices;
    private final InstantSource clock;

    DecidingFinding(
            Transactions transactions,
            Authority authority,
            Decisions decisions,
            Practices practices,
            Facts facts,
            Ledger ledger,
            Members members,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.decisions = decisions;
        this.practices = practices;
        this.facts = facts;
        this.ledger = ledger;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind decisionNotices() {
        return DECISIONS;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Decided() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Which finding.
    ///
    /// @param about the statement of work
    /// @param privateTo the party that alone sees that, or null
    /// @param item or null for all items
    public record Target(
            EngagementId engagement,
            UUID about,
            @Nullable PartyId privateTo,
            String practice,
            @Nullable String item) {}

    /// Decides, or says why that cannot be.
    public Outcome decide(SignedIn who, Target target, Decision.Verdict verdict) {
        var me = who.actor();
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.WAIVE, target.engagement());
            return refuse(target, verdict).<Outcome>map(Outcome.Refused::new).orElseGet(() -> {
                var decision = new Decision(
                        Ids.next(),
                        target.engagement(),
                        target.about(),
                        target.privateTo(),
                        target.practice(),
                        target.item(),
                        verdict,
                        who.name(),
                        clock.instant());
                decisions.add(decision, who.id());
                ledger.record(me, target.engagement(), target.privateTo(), deed(target, verdict));
                tell(who, target, decision.id(), verdict);
                return new Outcome.Decided();
            });
        });
    }

    /// Takes a decision back.
    public void takeBack(Actor.Person me, EngagementId engagement, UUID about, UUID decision) {
        transactions.run(me, () -> {
            authority.require(me, Act.WAIVE, engagement);
            var taken = decisions.about(engagement, about).stream()
                    .filter(one -> one.id().equals(decision))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            if (!decisions.remove(engagement, about, decision)) {
                throw new NotFoundException();
            }
            var target = new Target(engagement, about, taken.privateTo(), taken.practice(), taken.item());
            ledger.record(
                    me,
                    engagement,
                    taken.privateTo(),
                    Deed.of("decision-taken-back", about, what(target, taken.verdict())));
        });
    }

    /// Tells those who might have decided otherwise: the managers and owners of the parties that see it.
    private void tell(SignedIn who, Target target, UUID decision, Decision.Verdict verdict) {
        var subject = verdict instanceof Decision.Verdict.Waived(var _, var _, var until)
                ? Text.of("practice.told.waived", who.name(), target.practice(), until)
                : Text.of("practice.told.notApplicable", who.name(), target.practice());
        members.of(target.engagement()).stream()
                .filter(member -> !member.person().equals(who.id()))
                .filter(member -> member.role().compareTo(Act.WAIVE.least()) >= 0)
                .filter(member -> target.privateTo() == null || member.party().equals(target.privateTo()))
                .forEach(member -> notices.give(Notice.to(
                                member.person(),
                                DECISIONS,
                                "finding-decided " + decision,
                                subject,
                                Text.of("practice.told.reason", verdict.reason()),
                                "/engagements/%s/ledger".formatted(target.engagement()))
                        .in(target.engagement())));
    }

    private static Deed deed(Target target, Decision.Verdict verdict) {
        return Deed.of(
                verdict instanceof Decision.Verdict.Waived ? "finding-waived" : "finding-not-applicable",
                target.about(),
                what(target, verdict));
    }

    private static Map<String, @Nullable Object> what(Target target, Decision.Verdict verdict) {
        var what = new HashMap<String, @Nullable Object>();
        what.put("practice", target.practice());
        what.put("item", target.item());
        what.put("reason", verdict.reason());
        if (verdict instanceof Decision.Verdict.Waived(var right, var _, var until)) {
            what.put("authority", right);
            what.put("until", until);
        }
        return what;
    }

    private Optional<Text> refuse(Target target, Decision.Verdict verdict) {
        if (practices.find(target.practice()) == null) {
            throw new NotFoundException();
        }
        String reason = verdict.reason();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(Text.of("practice.refused.reason", LONGEST_REASON));
        }
        if (verdict instanceof Decision.Verdict.Waived(var right, var _, var until)) {
            if (right.isBlank() || right.length() > LONGEST_AUTHORITY) {
                return Optional.of(Text.of("practice.refused.authority", LONGEST_AUTHORITY));
            }
            if (until.isBefore(facts.today(target.engagement()))) {
                return Optional.of(Text.of("practice.refused.until"));
            }
        }
        return Optional.empty();
    }
}
