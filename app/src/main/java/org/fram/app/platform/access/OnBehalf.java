package org.fram.app.platform.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the server does by itself on behalf of people, one after the other, so that it sees and changes what they may.
/// What goes wrong for one of them keeps nothing from the others.
@Component
public class OnBehalf {

    private static final Logger LOG = LoggerFactory.getLogger(OnBehalf.class);

    private final Transactions transactions;
    private final Memberships memberships;

    OnBehalf(Transactions transactions, Memberships memberships) {
        this.transactions = transactions;
        this.memberships = memberships;
    }

    /// Does it for everybody who belongs to an engagement, once for each engagement.
    ///
    /// @param task that may see who belongs where; its name stands in the log
    /// @param work is called outside of a transaction
    public void eachMember(Actor.Task task, Consumer<Membership> work) {
        each(task, all -> all, work);
    }

    /// Does it once for each engagement, for somebody who may do most there.
    public void oneOfEachEngagement(Actor.Task task, Consumer<Membership> work) {
        each(task, all -> highest(all, Membership::engagement), work);
    }

    /// Does it once for each party of each engagement, for somebody who may do most there; parties of which nobody has
    /// a
    /// role are left out.
    public void oneOfEachParty(Actor.Task task, Role least, Consumer<Membership> work) {
        each(
                task,
                all -> highest(
                        all.stream()
                                .filter(member -> member.role().atLeast(least))
                                .toList(),
                        Membership::party),
                work);
    }

    private void each(
            Actor.Task task, Function<List<Membership>, Collection<Membership>> chosen, Consumer<Membership> work) {
        for (var member : chosen.apply(transactions.as(task, memberships::all))) {
            try {
                work.accept(member);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "The round “{}” failed for engagement {} and is done later.",
                        task.name(),
                        member.engagement(),
                        failure);
            }
        }
    }

    private static Collection<Membership> highest(List<Membership> all, Function<Membership, ?> of) {
        return all.stream().collect(groupingBy(of, maxBy(Comparator.comparing(Membership::role)))).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
