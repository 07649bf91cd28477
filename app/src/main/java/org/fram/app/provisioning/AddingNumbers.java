package org.fram.app.provisioning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adding all numbers of a range, with the same in their other columns. Those that are in the list already stay as they
/// are.
@Component
public class AddingNumbers {

    private final Register numbers;
    private final KeepingNumbers keeping;
    private final Authority authority;
    private final Transactions transactions;

    AddingNumbers(Register numbersRegister, KeepingNumbers keeping, Authority authority, Transactions transactions) {
        this.numbers = numbersRegister;
        this.keeping = keeping;
        this.authority = authority;
        this.transactions = transactions;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// All of them are in the list.
        ///
        /// @param added how many are in the list now that were not
        /// @param there how many were there already
        record Added(int added, int there) implements Outcome {}

        /// None was added.
        record Refused(Text reason) implements Outcome {}
    }

    /// Which numbers of a range are in the list already.
    public Set<String> there(Actor.Person me, EngagementId engagement, NumberRange range) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return Set.copyOf(keeping.there(engagement, range.numbers()));
        });
    }

    /// Adds them.
    ///
    /// @param same what stands in the other columns of each, by their keys
    public Outcome add(
            Actor.Person me, EngagementId engagement, NumberRange range, Map<String, @Nullable Object> same) {
        return transactions.as(me, () -> {
            var rows = range.numbers().stream()
                    .map(number -> {
                        Map<String, @Nullable Object> row = new LinkedHashMap<>(same);
                        row.put("number", number);
                        return row;
                    })
                    .toList();
            var outcomes = numbers.acts().addAll(numbers, me, engagement, rows);
            return outcome(outcomes);
        });
    }

    private static Outcome outcome(List<RowOutcome> outcomes) {
        var refused = outcomes.stream()
                .filter(RowOutcome.Refused.class::isInstance)
                .filter(outcome -> !KeepingNumbers.isTwice(outcome))
                .map(RowOutcome.Refused.class::cast)
                .flatMap(outcome -> outcome.reasons().values().stream())
                .findFirst();
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        var counted =
                outcomes.stream().collect(Collectors.partitioningBy(KeepingNumbers::isTwice, Collectors.counting()));
        return new Outcome.Added(
                Math.toIntExact(counted.getOrDefault(false, 0L)), Math.toIntExact(counted.getOrDefault(true, 0L)));
    }
}
