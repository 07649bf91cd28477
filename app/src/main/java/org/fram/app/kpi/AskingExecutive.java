package org.fram.app.kpi;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Asking an executive to confirm objectives, by a link for which they need no account.
@Component
public class AskingExecutive {

    private static final int MOST = 20;

    private final Transactions transactions;
    private final Authority authority;
    private final Measuring measuring;
    private final Confirmations confirmations;
    private final InvitingGuests inviting;
    private final InstantSource clock;

    AskingExecutive(
            Transactions transactions,
            Authority authority,
            Measuring measuring,
            Confirmations confirmations,
            InvitingGuests inviting,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.measuring = measuring;
        this.confirmations = confirmations;
        this.inviting = inviting;
        this.clock = clock;
    }

    /// Whom is asked what.
    ///
    /// @param objectives their ids
    /// @param question in words, above the objectives
    /// @param expires from when on nobody can answer any more
    public record Wish(String email, String name, Set<UUID> objectives, String question, Instant expires) {

        public Wish {
            objectives = Set.copyOf(objectives);
        }
    }

    /// What came of it.
    public sealed interface Outcome {

        /// They are asked.
        ///
        /// @param handOn the address to hand on, shown once; empty where a mail is on its way
        record Asked(UUID link, String handOn) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Asks them about the objectives as they stand now. Where one of them is for the own party alone,
    /// the whole question is.
    public Outcome ask(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.INVITE_GUESTS, engagement);
            var chosen = measuring.objectives(engagement).stream()
                    .filter(objective -> wish.objectives().contains(objective.id()))
                    .toList();
            if (chosen.isEmpty() || chosen.size() < wish.objectives().size()) {
                return new Outcome.Refused(Text.of("kpi.ask.refused.nothing"));
            }
            if (chosen.size() > MOST) {
                return new Outcome.Refused(Text.of("kpi.ask.refused.many", MOST));
            }
            boolean ours = chosen.stream().anyMatch(Objective::ours);
            var invitation =
                    new InvitingGuests.Wish(wish.email(), wish.name(), null, wish.question(), wish.expires(), ours);
            return switch (inviting.invite(me, engagement, invitation)) {
                case InvitingGuests.Outcome.Invited(var link, var handOn) -> {
                    var ids = ids(chosen.size());
                    var now = clock.instant();
                    for (int at = 0; at < chosen.size(); at++) {
                        var objective = chosen.get(at);
                        confirmations.add(new Confirmation(
                                ids.get(at),
                                engagement,
                                objective.id(),
                                objective.ours() ? mine.party() : null,
                                link,
                                wish.name().strip(),
                                objective.ref(),
                                objective.words(),
                                me.id(),
                                now,
                                wish.expires(),
                                null,
                                "",
                                null));
                    }
                    yield new Outcome.Asked(link, handOn);
                }
                case InvitingGuests.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
                case InvitingGuests.Outcome.Revoked _ ->
                    throw new IllegalStateException("Inviting a guest took a link back.");
            };
        });
    }

    /// In their order, in which the guest reads what they are asked.
    private static List<UUID> ids(int many) {
        return Stream.generate(Ids::next)
                .limit(many)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }
}
