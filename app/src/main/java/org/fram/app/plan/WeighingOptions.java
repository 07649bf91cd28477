package org.fram.app.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adding what could be done about the date, and removing it. The next simulation says what each buys.
@Component
public class WeighingOptions {

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 20;
    private static final long MOST_PERCENT = 1_000;
    private static final long MOST_PEOPLE = 100;
    private static final long HUNDREDTHS = 100;

    private final Transactions transactions;
    private final Authority authority;
    private final Plans plans;
    private final PlanOptions options;

    WeighingOptions(Transactions transactions, Authority authority, Plans plans, PlanOptions options) {
        this.transactions = transactions;
        this.authority = authority;
        this.plans = plans;
        this.options = options;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// An option as written.
    ///
    /// @param activities codes with commas between; may be empty
    /// @param resource a name, or empty
    /// @param amount a length as `5d` for [PlanOption.Type#LENGTH], per cent for [PlanOption.Type#PART],
    /// people more for [PlanOption.Type#REINFORCE]
    public record Wish(
            String name,
            PlanOption.Type type,
            String activities,
            @Nullable Area area,
            String resource,
            String amount) {}

    /// Adds one.
    public Outcome add(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var plan = plans.lock(engagement);
            String name = wish.name().strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                return refused("plan.refused.optionName", LONGEST_NAME);
            }
            if (options.of(engagement).size() >= MOST) {
                return refused("plan.refused.optionMany", MOST);
            }
            Long amount = amount(wish, plan);
            if (amount == null) {
                return refused("plan.refused.amount." + wish.type().code());
            }
            if (wish.type() == PlanOption.Type.REINFORCE) {
                if (plan.basis().resources().stream().map(Resource::name).noneMatch(wish.resource()::equals)) {
                    return refused("plan.refused.resource");
                }
                options.add(
                        engagement,
                        new PlanOption(
                                Ids.next(),
                                name,
                                List.of(new PlanOption.Change(wish.type(), List.of(), null, wish.resource(), amount))),
                        me.id());
                return new Outcome.Done();
            }
            var codes = Stream.of(wish.activities().split("[,;\n]"))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .toList();
            var unknown = codes.stream()
                    .filter(code -> plan.find(code)
                            .filter(PlannedActivity::isWork)
                            .filter(one -> !one.core().complete())
                            .isEmpty())
                    .findFirst();
            if (unknown.isPresent()) {
                return refused("plan.refused.optionActivity", unknown.get());
            }
            if (codes.isEmpty() && wish.area() == null) {
                return refused("plan.refused.optionNothing");
            }
            List<UUID> chosen = codes.stream()
                    .map(code -> plan.find(code).orElseThrow().id())
                    .toList();
            options.add(
                    engagement,
                    new PlanOption(
                            Ids.next(),
                            name,
                            List.of(new PlanOption.Change(wish.type(), chosen, wish.area(), null, amount))),
                    me.id());
            return new Outcome.Done();
        });
    }

    /// Removes one.
    public void remove(Actor.Person me, EngagementId engagement, UUID option) {
        transactions.run(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            if (!options.remove(engagement, option)) {
                throw new NotFoundException();
            }
        });
    }

    private static @Nullable Long amount(Wish wish, KeptPlan plan) {
        return switch (wish.type()) {
            case DROP -> 0L;
            case LENGTH -> {
                var length = Lengths.of(plan.basis().calendar()).read(wish.amount());
                yield length.isPresent() && length.getAsLong() > 0 ? length.getAsLong() : null;
            }
            case PART -> whole(wish.amount(), MOST_PERCENT, 1);
            case REINFORCE -> whole(wish.amount(), MOST_PEOPLE, HUNDREDTHS);
        };
    }

    private static @Nullable Long whole(String written, long most, long unit) {
        String digits = written.strip().replaceAll("\\s*%$", "");
        if (!digits.matches("\\d{1,4}")) {
            return null;
        }
        long number = Long.parseLong(digits);
        return number < 1 || number > most ? null : number * unit;
    }

    private static Outcome refused(String key, Object... values) {
        return new Outcome.Refused(Text.of(key, values));
    }
}
