package org.fram.app.sow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.webhooks.Outbox;
import org.fram.app.platform.webhooks.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// Deciding about obligations one by one, or many at once: accepting, dropping, correcting, assigning, and
/// answering what a later version asks.
@Component
public class DecidingObligation {

    private static final NoticeKind ASSIGNED = NoticeKind.chosen("assignments", Delivery.AT_ONCE);
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_TOLD = 300;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final Members members;
    private final Notices notices;
    private final Outbox outbox;

    DecidingObligation(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Obligations obligations,
            Members members,
            Notices notices,
            Outbox outbox) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.obligations = obligations;
        this.members = members;
        this.notices = notices;
        this.outbox = outbox;
    }

    @Bean
    static NoticeKind assignmentNotices() {
        return ASSIGNED;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk, and this is how it is now.
        record Stored(Obligation now) implements Outcome {}

        /// Somebody else stored it in the meantime, and this is how it is since; nothing was changed.
        record Overtaken(Obligation theirs) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Which obligation, as it was when whoever decides saw it.
    public record Target(EngagementId engagement, SowId sow, ObligationId id, int version) {}

    /// Makes it part of the draft.
    public Outcome accept(Actor.Person me, Target target) {
        return decide(me, target, "accept", Obligation::accept);
    }

    /// Lets it go.
    ///
    /// @param reason why; is needed
    public Outcome drop(Actor.Person me, Target target, String reason) {
        return refuseReason(reason)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> decide(me, target, "drop", one -> one.drop(reason.strip())));
    }

    /// Opens it for another decision.
    public Outcome reopen(Actor.Person me, Target target) {
        return decide(me, target, "reopen", Obligation::reopen);
    }

    /// Says what it says in other words, or of others.
    public Outcome correct(Actor.Person me, Target target, Promise promise) {
        return decide(me, target, "correct", one -> one.correct(promise));
    }

    /// Asks somebody to look at it, or nobody any more.
    public Outcome assign(Actor.Person me, Target target, @Nullable PersonId person) {
        return transactions.<Outcome>as(me, () -> {
            var outcome = decide(me, target, "assign", one -> one.assign(person));
            if (person != null && !person.equals(me.id()) && outcome instanceof Outcome.Stored(var now)) {
                tell(me, target, person, now);
            }
            return outcome;
        });
    }

    /// Takes what the newest version says.
    public Outcome takeTheirs(Actor.Person me, Target target) {
        return decide(me, target, "take-theirs", one -> one.takeTheirs("The newest version no longer has it."));
    }

    /// Stays with what was decided, whatever the newest version says.
    public Outcome keepOurs(Actor.Person me, Target target) {
        return decide(me, target, "keep-ours", Obligation::keepOurs);
    }

    /// Accepts those that nobody has decided on yet.
    ///
    /// @param section of which, or null for all
    /// @return how many
    public int acceptAll(Actor.Person me, EngagementId engagement, SowId sow, @Nullable String section) {
        return transactions.as(me, () -> {
            begin(me, engagement, sow);
            var change = new Obligations.Change(engagement, sow, me.id(), "accept");
            List<Obligation> open = obligations.of(sow).stream()
                    .filter(one -> one.state() == Obligation.State.PROPOSED)
                    .filter(one -> section == null || one.promise().section().equals(section))
                    .toList();
            var accepted = open.stream()
                    .filter(one -> obligations.store(change, one, one.accept()))
                    .map(Obligation::id)
                    .collect(Collectors.toSet());
            tell(
                    change,
                    () -> obligations.of(sow).stream()
                            .filter(one -> accepted.contains(one.id()))
                            .toList());
            return accepted.size();
        });
    }

    private Outcome decide(Actor.Person me, Target target, String act, UnaryOperator<Obligation> decision) {
        return transactions.<Outcome>as(me, () -> {
            begin(me, target.engagement(), target.sow());
            var now = obligations.get(target.sow(), target.id());
            if (now.version() != target.version()) {
                return new Outcome.Overtaken(now);
            }
            var change = new Obligations.Change(target.engagement(), target.sow(), me.id(), act);
            boolean stored = obligations.store(change, now, decision.apply(now));
            var after = obligations.get(target.sow(), target.id());
            if (stored) {
                tell(change, () -> List.of(after));
            }
            return stored ? new Outcome.Stored(after) : new Outcome.Overtaken(after);
        });
    }

    /// Tells somebody what they are to look at, unless they are of a party that does not see it.
    private void tell(Actor.Person me, Target target, PersonId person, Obligation obligation) {
        var statement = statements.get(target.engagement(), target.sow());
        var privateTo = statement.privateTo();
        boolean sees = members.of(target.engagement()).stream()
                .anyMatch(member -> member.person().equals(person)
                        && (privateTo == null || member.party().equals(privateTo)));
        if (!sees) {
            return;
        }
        String asker = members.of(target.engagement()).stream()
                .filter(member -> member.person().equals(me.id()))
                .map(Member::name)
                .findFirst()
                .orElse("");
        notices.give(Notice.to(
                        person,
                        ASSIGNED,
                        "obligation-assigned %s %d".formatted(target.id(), obligation.version()),
                        Text.of("sow.told.assigned", asker, obligation.code(), statement.title()),
                        Text.of(
                                "sow.told.assignedText",
                                shortened(obligation.promise().text())),
                        "/engagements/%s/sow/%s%s"
                                .formatted(
                                        target.engagement(),
                                        target.sow(),
                                        target.id().place()))
                .in(target.engagement()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TOLD
                ? text
                : text.substring(0, LONGEST_TOLD).strip() + "…";
    }

    /// Tells other systems what was decided.
    private void tell(Obligations.Change change, Supplier<List<Obligation>> decided) {
        outbox.add(change.engagement(), () -> {
            var privateTo = statements.get(change.engagement(), change.sow()).privateTo();
            return decided.get().stream()
                    .map(one -> {
                        var data = JsonNodeFactory.instance
                                .objectNode()
                                .put("sow", change.sow().toString())
                                .put("act", change.act())
                                .put("person", change.by().toString());
                        data.putObject("obligation")
                                .put("id", one.id().toString())
                                .put("version", one.version())
                                .put("code", one.code())
                                .put("state", one.state().code())
                                .put("text", one.promise().text());
                        return new Outbox.Happened(privateTo, Topic.OBLIGATION, "obligation.decided", data);
                    })
                    .toList();
        });
    }

    private void begin(Actor.Person me, EngagementId engagement, SowId sow) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        statements.hold(engagement, sow);
    }

    static Optional<Text> refuseReason(String reason) {
        if (reason.isBlank()) {
            return Optional.of(Text.of("sow.refused.reason"));
        }
        return reason.strip().length() <= LONGEST_REASON
                ? Optional.empty()
                : Optional.of(Text.of("sow.refused.longReason", LONGEST_REASON));
    }
}
