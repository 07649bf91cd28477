package org.fram.app.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.schedule.risk.Finishes;
import org.jspecify.annotations.Nullable;

/// How certain the dates of a plan are, as it was computed and is kept.
///
/// @param samples how many there were
/// @param planned the day of going live without any risk
/// @param finishes days of going live
/// @param ranges of how many activities the length may vary
/// @param byDefault of how many of these nobody said how long they may take
/// @param drivers what moves the day, the strongest first
/// @param activities what is known of each
/// @param options what came of each
/// @param bookings what it costs when people do not come, the dearest first; none in what was computed
/// before that was known
/// @param notices what had to be taken otherwise, a sentence each
public record Simulated(
        long seed,
        int samples,
        LocalDate planned,
        Curve finishes,
        int ranges,
        int byDefault,
        List<Driver> drivers,
        List<OfActivity> activities,
        List<OfOption> options,
        @Nullable List<OfBooking> bookings,
        List<String> notices) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final double PERCENT = 100;
    private static final double EXACTLY = 1e-9;

    public Simulated {
        drivers = List.copyOf(drivers);
        activities = List.copyOf(activities);
        options = List.copyOf(options);
        bookings = bookings == null ? List.of() : List.copyOf(bookings);
        notices = List.copyOf(notices);
    }

    /// How likely each day is kept.
    ///
    /// @param steps the days on which more samples are finished than on the day before
    public record Curve(List<Step> steps) {

        /// A day and how likely it is kept.
        ///
        /// @param chance that it is finished at the end of the day, 0 to 1
        public record Step(LocalDate day, double chance) {}

        public Curve {
            steps = List.copyOf(steps);
        }

        static Curve of(Finishes finishes) {
            var steps = new ArrayList<Step>();
            double last = 0;
            var end = finishes.date(1).toLocalDate();
            for (var day = finishes.date(0).toLocalDate(); !day.isAfter(end); day = day.plusDays(1)) {
                double chance = finishes.probability(day.atTime(END_OF_DAY));
                if (chance > last) {
                    steps.add(new Step(day, chance));
                    last = chance;
                }
            }
            if (steps.isEmpty() || last < 1) {
                steps.add(new Step(end, 1));
            }
            return new Curve(steps);
        }

        /// The chance that it is finished at the end of a day, 0 to 1.
        public double chance(LocalDate day) {
            double chance = 0;
            for (var step : steps) {
                if (step.day().isAfter(day)) {
                    break;
                }
                chance = step.chance();
            }
            return chance;
        }

        /// The same in whole percent, as it is shown and accepted: what is not reached is not shown.
        public int percent(LocalDate day) {
            return (int) Math.floor(chance(day) * PERCENT + EXACTLY);
        }

        /// The first day that is kept with a chance.
        public LocalDate day(double chance) {
            return steps.stream()
                    .filter(step -> step.chance() >= chance - EXACTLY)
                    .map(Step::day)
                    .findFirst()
                    .orElseGet(() -> steps.getLast().day());
        }
    }

    /// Something that moves the day.
    ///
    /// @param activity null of a risk
    /// @param code of an activity, or what people call the risk
    /// @param gainMinutes by how many minutes of the clock the P80 date is earlier with the activity at
    /// its mean, or without the risk
    public record Driver(@Nullable UUID activity, String code, String name, double correlation, long gainMinutes) {

        /// Whether it is a risk.
        public boolean risk() {
            return activity == null;
        }
    }

    /// What it costs when somebody who is booked does not come as booked.
    ///
    /// @param ref what people call the booking
    /// @param late by how many minutes of the clock the P80 date is later if they come two weeks late
    /// @param withdrawn by how many it is if somebody else comes six weeks later
    public record OfBooking(String ref, String name, long late, long withdrawn) {}

    /// What is known of an activity.
    ///
    /// @param criticality share of samples in which a delay of it delays going live; 0 where that does
    /// not wait for it
    /// @param p80 by when it is finished in four of five samples
    public record OfActivity(UUID activity, double criticality, LocalDateTime p80) {}

    /// What came of an option.
    ///
    /// @param finishes null where it cannot be computed
    /// @param refusal why it cannot, or empty
    /// @param gain50 by how many minutes of the clock the P50 date is earlier
    /// @param gain80 by how many the P80 date is
    public record OfOption(UUID option, @Nullable Curve finishes, String refusal, long gain50, long gain80) {}

    /// What it costs when people do not come.
    public List<OfBooking> absences() {
        return bookings == null ? List.of() : bookings;
    }

    /// What is known of an activity.
    public Optional<OfActivity> of(UUID activity) {
        return activities.stream()
                .filter(one -> one.activity().equals(activity))
                .findFirst();
    }

    /// What came of an option.
    public Optional<OfOption> ofOption(UUID option) {
        return options.stream().filter(one -> one.option().equals(option)).findFirst();
    }
}
