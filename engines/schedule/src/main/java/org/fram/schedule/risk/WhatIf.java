package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Range;

/// What changes of a plan would gain, on the same random numbers: all that a change does not touch takes the same
/// lengths in the same samples, so that a difference of dates is the change's and not chance's.
public final class WhatIf {

    private WhatIf() {}

    /// Something that could be done.
    ///
    /// @param changes made together
    public record Option(String name, List<Change> changes) {

        public Option {
            changes = List.copyOf(changes);
        }
    }

    /// A change. Positions are those of the plan.
    public sealed interface Change {

        /// What is still to be done of an activity takes another length.
        record Length(int activity, Distribution length) implements Change {}

        /// What is still to be done of an activity takes a part, or a multiple, of its length.
        record Scaled(int activity, double factor) implements Change {

            public Scaled {
                if (!(factor > 0 && factor < 1000)) {
                    throw new UnusablePlanException(
                            "A length of %s times what it was; it is more than zero and below 1000.".formatted(factor));
                }
            }
        }

        /// An activity is not done at all; what waited for it waits for what it waited for.
        record Dropped(int activity) implements Change {}

        /// A risk cannot happen any more.
        ///
        /// @param event its id
        record RiskGone(String event) implements Change {}

        /// More of a resource works on all that it is assigned to and that is not done. The work stays the same and is
        /// shared: where two work instead of one, it takes half as long.
        ///
        /// @param units more than are assigned to each activity, in hundredths
        record Reinforced(int resource, int units) implements Change {

            public Reinforced {
                if (units <= 0) {
                    throw new UnusablePlanException(
                            "%d units more of a resource; it is more than zero.".formatted(units));
                }
            }
        }
    }

    /// What came of an option.
    ///
    /// @param finishes of all samples
    public record Outcome(Option option, Finishes finishes) {

        /// How many minutes of the clock earlier the date is that is met with a chance.
        ///
        /// @param now the finishes without the option
        public long gain(Finishes now, double chance) {
            return now.instant(chance) - finishes.instant(chance);
        }
    }

    /// The outcome of each option by itself.
    ///
    /// @param settings of the simulation without options; its number of samples is that of its result
    public static List<Outcome> of(Plan plan, RiskModel model, SimulationSettings settings, List<Option> options) {
        var outcomes = new ArrayList<Outcome>();
        for (var option : options) {
            var changed = new Changed(plan, model);
            option.changes().forEach(changed::apply);
            outcomes.add(new Outcome(
                    option,
                    Simulation.of(changed.plan(), changed.model, settings.finishesOnly())
                            .finishes()));
        }
        return outcomes;
    }

    /// A plan and its risks on the way from one change to the next.
    private static final class Changed {

        private final Plan plan;
        private final List<Activity> activities;
        private RiskModel model;

        Changed(Plan plan, RiskModel model) {
            this.plan = plan;
            this.activities = new ArrayList<>(plan.activities());
            this.model = model;
        }

        Plan plan() {
            return plan.withActivities(activities);
        }

        void apply(Change change) {
            switch (change) {
                case Change.Length(int activity, Distribution length) -> {
                    remaining(activity, Math.round(length.mean()));
                    range(activity, new Range(activity, length, "what-if", false));
                }
                case Change.Scaled(int activity, double factor) -> scale(activity, factor);
                case Change.Dropped(int activity) -> drop(activity);
                case Change.RiskGone(String event) -> remove(event);
                case Change.Reinforced(int resource, int units) -> reinforce(resource, units);
            }
        }

        /// With the chance of zero instead of without the event, so that all others keep their random numbers.
        private void remove(String id) {
            if (model.events().stream().noneMatch(event -> event.id().equals(id))) {
                throw new UnusablePlanException("There is no risk with the id \"%s\".".formatted(id));
            }
            model = model.withEvents(model.events().stream()
                    .map(event -> event.id().equals(id)
                            ? new Event(id, event.name(), 0, event.impacts(), event.cost())
                            : event)
                    .toList());
        }

        private void reinforce(int resource, int units) {
            var assigned = new int[activities.size()];
            plan.assignments().stream()
                    .filter(assignment -> assignment.resource() == resource)
                    .forEach(assignment -> assigned[assignment.activity()] += assignment.units());
            for (int k = 0; k < assigned.length; k++) {
                if (assigned[k] > 0 && activities.get(k).remaining() > 0) {
                    scale(k, (double) assigned[k] / (assigned[k] + units));
                }
            }
        }

        private void scale(int activity, double factor) {
            remaining(activity, Math.max(1, Math.round(activities.get(activity).remaining() * factor)));
            model.ranges().stream()
                    .filter(range -> range.activity() == activity)
                    .findFirst()
                    .ifPresent(range -> range(
                            activity,
                            new Range(activity, range.length().times(factor), range.source(), range.byDefault())));
        }

        private void drop(int activity) {
            remaining(activity, 0);
            model = model.withRanges(model.ranges().stream()
                    .filter(range -> range.activity() != activity)
                    .toList());
        }

        private void range(int activity, Range changed) {
            var ranges = new ArrayList<>(model.ranges());
            ranges.removeIf(range -> range.activity() == activity);
            ranges.add(changed);
            model = model.withRanges(ranges);
        }

        private void remaining(int k, long minutes) {
            var activity = activities.get(k);
            if (activity.kind() == Kind.SUMMARY || activity.complete()) {
                throw new UnusablePlanException("\"%s\" (%s) is %s; nothing can be changed about its length."
                        .formatted(
                                activity.name(),
                                activity.id(),
                                activity.complete() ? "done" : "a summary; name its parts"));
            }
            long done = Math.max(0, activity.minutes() - activity.remaining());
            boolean nothing = done + minutes == 0;
            activities.set(
                    k,
                    new Activity(
                            activity.id(),
                            activity.name(),
                            activity.parent(),
                            nothing ? Kind.MILESTONE : Kind.TASK,
                            done + minutes,
                            activity.calendar(),
                            activity.constraint(),
                            activity.deadline(),
                            activity.begun()
                                    ? new Progress(activity.progress().start(), null, minutes)
                                    : activity.progress(),
                            activity.baseline()));
        }
    }
}
