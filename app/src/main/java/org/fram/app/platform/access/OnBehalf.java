package org.fram.app.platform.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import io.micrometer.core.instrument.MeterRegistry;
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
/// What goes wrong for one of them keeps nothing from the others; it stands in the log and is counted,
/// and the next round tries again.
@Component
public class OnBehalf {

    private static final Logger LOG = LoggerFactory.getLogger(OnBehalf.class);

    private final Transactions transactions;
    private final Memberships memberships;
    private final MeterRegistry metrics;

    OnBehalf(Transactions transactions, Memberships memberships, MeterRegistry metrics) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.metrics = metrics;
    }

    /// Does it once for everybody who belongs to any engagement.
    ///
    /// @param task that may see who belongs where; its name stands in the log
    /// @param work is called outside of a transaction
    public void eachPerson(Actor.Task task, Consumer<PersonId> work) {
        var people = transactions.as(task, memberships::all).stream()
                .map(Membership::person)
                .distinct()
                .toList();
        for (var person : people) {
            attempt(task, "person", person, () -> work.accept(person));
        }
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
            attempt(task, "engagement", member.engagement(), () -> work.accept(member));
        }
    }

    private void attempt(Actor.Task task, String kind, Object whom, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            metrics.counter("fram.rounds.failed", "round", task.name()).increment();
            LOG.warn("The round “{}” failed for {} {} and is done later.", task.name(), kind, whom, failure);
        }
    }

    private static Collection<Membership> highest(List<Membership> all, Function<Membership, ?> of) {
        return all.stream().collect(groupingBy(of, maxBy(Comparator.comparing(Membership::role)))).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
