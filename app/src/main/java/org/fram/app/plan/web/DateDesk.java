package org.fram.app.plan.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.plan.Acceptances;
import org.fram.app.plan.AcceptingDate;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Lengths;
import org.fram.app.plan.PlanOption;
import org.fram.app.plan.PlanOptions;
import org.fram.app.plan.PlannedActivity;
import org.fram.app.plan.Plans;
import org.fram.app.plan.ShownDate;
import org.fram.app.plan.Simulated;
import org.fram.app.plan.Simulations;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;
import org.fram.schedule.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out the page of the go-live date. Is asked within a transaction.
@Component
class DateDesk {

    private static final int WANTED = 80;
    private static final int DRIVERS = 8;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 26;
    private static final int LABEL = 170;
    private static final double MINUTES_A_DAY = 24 * 60;
    private static final int MOST_TICKS = 8;
    private static final List<Double> TABLE = List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Authority authority;
    private final Plans plans;
    private final PlanOptions options;
    private final Simulations simulations;
    private final AcceptingDate accepting;
    private final Acceptances acceptances;
    private final People people;
    private final InstantSource clock;

    DateDesk(
            EngagementHeads heads,
            Engagements engagements,
            Authority authority,
            Plans plans,
            PlanOptions options,
            Simulations simulations,
            AcceptingDate accepting,
            Acceptances acceptances,
            People people,
            InstantSource clock) {
        this.heads = heads;
        this.engagements = engagements;
        this.authority = authority;
        this.plans = plans;
        this.options = options;
        this.simulations = simulations;
        this.accepting = accepting;
        this.acceptances = acceptances;
        this.people = people;
        this.clock = clock;
    }

    DatePage page(Frame frame, Actor.Person me, EngagementId id, String refusal) {
        var head = heads.of(frame, me, id);
        var engagement = engagements.get(id);
        var target = engagement.targetGoLive();
        var kept = plans.find(id).orElse(null);
        var simulation = kept == null ? null : simulations.newest(id).orElse(null);
        var shown = simulation == null || target == null
                ? null
                : accepting.shown(id).orElse(null);
        boolean writable = authority.may(me, Act.CONTRIBUTE, id);
        boolean stale = kept != null
                && simulation != null
                && simulation.revision() < kept.standing().revision();
        var acceptance = target == null ? null : acceptances.newest(id, target).orElse(null);
        return new DatePage(
                head,
                kept != null,
                writable,
                refusal,
                tone(shown),
                verdict(frame, kept, simulation, shown),
                simulation == null ? "" : computed(frame, engagement, simulation),
                stale,
                simulation == null ? List.of() : figures(frame, engagement, simulation.result(), shown),
                simulation == null ? null : new Drawing(frame, simulation.result(), target).curve(),
                kept == null || simulation == null ? List.of() : drivers(kept, simulation.result(), head.address()),
                kept == null ? List.of() : options(frame, kept, simulation, target),
                simulation == null
                        ? List.of()
                        : simulation.result().absences().stream()
                                .limit(DRIVERS)
                                .map(one -> new DatePage.Absence(
                                        one.ref(),
                                        one.name(),
                                        head.address() + "/plan/bookings",
                                        days(-one.late()),
                                        days(-one.withdrawn())))
                                .toList(),
                simulation == null ? List.of() : simulation.result().notices(),
                acceptance == null ? "" : accepted(frame, engagement, acceptance, shown),
                acceptance != null && shown != null && acceptance.holds(shown) ? Tone.GOOD : Tone.WARN,
                shown == null ? "" : shown.sha256(),
                accepting.isExecutive(me, id),
                authority.may(me, Act.SHAPE, id),
                target == null ? "" : target.toString(),
                engagement.version(),
                form(frame, kept));
    }

    private static Tone tone(@Nullable ShownDate shown) {
        return shown == null ? Tone.CALM : shown.percent() >= WANTED ? Tone.GOOD : Tone.WARN;
    }

    private static String verdict(
            Frame frame,
            @Nullable KeptPlan kept,
            Simulations.@Nullable Simulation simulation,
            @Nullable ShownDate shown) {
        if (kept == null) {
            return frame.text("plan.date.noPlan");
        }
        if (simulation == null) {
            return frame.text("plan.date.notSimulated");
        }
        var result = simulation.result();
        if (shown == null) {
            return frame.text("plan.date.noTarget", frame.date(result.finishes().day(0.8)));
        }
        return frame.text(
                "plan.date.verdict",
                frame.date(shown.target()),
                shown.percent(),
                frame.date(shown.p80()),
                ChronoUnit.DAYS.between(shown.target(), shown.p80()) <= 0
                        ? frame.text("plan.date.before")
                        : frame.text("plan.date.after", ChronoUnit.DAYS.between(shown.target(), shown.p80())));
    }

    private String computed(Frame frame, Engagement engagement, Simulations.Simulation simulation) {
        var result = simulation.result();
        return frame.text(
                "plan.date.computed",
                frame.time(simulation.computed(), engagement.timeZone()),
                age(frame, Duration.between(simulation.computed(), clock.instant())),
                result.samples(),
                result.ranges(),
                result.byDefault(),
                result.seed());
    }

    private static String age(Frame frame, Duration age) {
        return age.toHours() < 1
                ? frame.text("plan.age.minutes", Math.max(0, age.toMinutes()))
                : age.toDays() < 2
                        ? frame.text("plan.age.hours", age.toHours())
                        : frame.text("plan.age.days", age.toDays());
    }

    private static List<KeyFigure> figures(
            Frame frame, Engagement engagement, Simulated result, @Nullable ShownDate shown) {
        var figures = new ArrayList<KeyFigure>();
        var target = engagement.targetGoLive();
        if (target != null && shown != null) {
            figures.add(new KeyFigure(
                    frame.text("plan.date.target"), frame.date(target), frame.text("plan.date.targetNote"), null));
            figures.add(new KeyFigure(
                    frame.text("plan.date.probability"),
                    shown.percent() + " %",
                    frame.text("plan.date.probabilityNote", WANTED),
                    null));
        }
        figures.add(new KeyFigure(
                frame.text("plan.date.p50"),
                frame.date(result.finishes().day(0.5)),
                frame.text("plan.date.p50Note"),
                null));
        figures.add(new KeyFigure(
                frame.text("plan.date.p80"),
                frame.date(result.finishes().day(0.8)),
                frame.text("plan.date.p80Note"),
                null));
        figures.add(new KeyFigure(
                frame.text("plan.date.planned"),
                frame.date(result.planned()),
                frame.text("plan.date.plannedNote", result.finishes().percent(result.planned())),
                null));
        return figures;
    }

    private static List<DatePage.Driver> drivers(KeptPlan kept, Simulated result, String address) {
        var gaining = result.drivers().stream()
                .filter(driver -> driver.gainMinutes() > 0)
                .sorted(Comparator.comparingLong(driver -> -driver.gainMinutes()))
                .limit(DRIVERS)
                .toList();
        long most = gaining.isEmpty() ? 1 : gaining.getFirst().gainMinutes();
        return gaining.stream()
                .map(driver -> {
                    var id = driver.activity();
                    boolean there = id != null && kept.find(id).isPresent();
                    return new DatePage.Driver(
                            driver.code(),
                            driver.name(),
                            there ? address + "/plan/activities/" + id : driver.risk() ? address + "/risks/matrix" : "",
                            days(driver.gainMinutes()),
                            (int) Math.max(1, 100 * driver.gainMinutes() / most),
                            id == null
                                    ? ""
                                    : result.of(id)
                                            .map(risk -> Math.round(risk.criticality() * 100) + " %")
                                            .orElse(""));
                })
                .toList();
    }

    private List<DatePage.Option> options(
            Frame frame, KeptPlan kept, Simulations.@Nullable Simulation simulation, @Nullable LocalDate target) {
        var known = options.of(kept.engagement());
        return known.stream()
                .map(option -> {
                    var outcome = simulation == null
                            ? null
                            : simulation.result().ofOption(option.id()).orElse(null);
                    var finishes = outcome == null ? null : outcome.finishes();
                    if (outcome == null || finishes == null) {
                        return new DatePage.Option(
                                option.id().toString(),
                                option.name(),
                                what(frame, kept, option),
                                "",
                                "",
                                "",
                                "",
                                outcome == null ? frame.text("plan.option.notYet") : outcome.refusal());
                    }
                    return new DatePage.Option(
                            option.id().toString(),
                            option.name(),
                            what(frame, kept, option),
                            frame.date(finishes.day(0.5)),
                            frame.date(finishes.day(0.8)),
                            days(outcome.gain80()),
                            target == null ? "" : finishes.percent(target) + " %",
                            "");
                })
                .toList();
    }

    /// What an option changes, in words.
    private static String what(Frame frame, KeptPlan kept, PlanOption option) {
        var lengths = Lengths.of(kept.basis().calendar());
        return option.changes().stream()
                .map(change -> {
                    String whom = Stream.concat(
                                    change.activities().stream()
                                            .map(id -> kept.find(id)
                                                    .map(PlannedActivity::code)
                                                    .orElse("")),
                                    change.area() == null
                                            ? Stream.empty()
                                            : Stream.of(frame.text(
                                                    "plan.option.area",
                                                    frame.text("plan.area."
                                                            + change.area().code()))))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", "));
                    return switch (change.type()) {
                        case LENGTH -> frame.text("plan.option.length", whom, lengths.write(change.amount()));
                        case PART -> frame.text("plan.option.part", whom, change.amount());
                        case DROP -> frame.text("plan.option.drop", whom);
                        case REINFORCE ->
                            frame.text(
                                    "plan.option.reinforce",
                                    change.resource() == null ? "" : change.resource(),
                                    change.amount() / 100);
                    };
                })
                .collect(Collectors.joining("; "));
    }

    private String accepted(
            Frame frame, Engagement engagement, Acceptances.Acceptance acceptance, @Nullable ShownDate shown) {
        String who = people.names(List.of(acceptance.by())).getOrDefault(acceptance.by(), "");
        String said = frame.text(
                "plan.accepted.by",
                who,
                Math.round(acceptance.probability() * 100),
                frame.date(acceptance.target()),
                frame.time(acceptance.accepted(), engagement.timeZone()),
                acceptance.reason() == null ? "" : acceptance.reason());
        return shown != null && !acceptance.holds(shown)
                ? said + " " + frame.text("plan.accepted.void", shown.percent())
                : said;
    }

    private static DatePage.OptionForm form(Frame frame, @Nullable KeptPlan kept) {
        return new DatePage.OptionForm(
                Choice.of(PlanOption.Type.class, "plan.optionType", PlanOption.Type.PART, frame),
                ActivityDesk.areas(frame, null),
                kept == null
                        ? List.of()
                        : Stream.concat(
                                        Stream.of(new Choice("", frame.text("plan.option.noResource"), true)),
                                        kept.basis().resources().stream()
                                                .map(Resource::name)
                                                .distinct()
                                                .map(name -> new Choice(name, name, false)))
                                .toList());
    }

    /// Days of the clock with a sign, one decimal at most.
    private static String days(long minutes) {
        double days = Math.round(minutes / MINUTES_A_DAY * 10) / 10.0;
        String number = days == Math.rint(days)
                ? String.format(Locale.ROOT, "%.0f", Math.abs(days))
                : String.format(Locale.ROOT, "%.1f", Math.abs(days));
        return (days > 0 ? "−" : days < 0 ? "+" : "±") + number;
    }

    /// Draws the curve.
    private static final class Drawing {

        private final Frame frame;
        private final Simulated result;
        private final @Nullable LocalDate target;
        private final LocalDate first;
        private final LocalDate last;

        Drawing(Frame frame, Simulated result, @Nullable LocalDate target) {
            this.frame = frame;
            this.result = result;
            this.target = target;
            var steps = result.finishes().steps();
            var begin = steps.getFirst().day();
            var end = result.finishes().day(0.995);
            long spread = Math.max(10, ChronoUnit.DAYS.between(begin, end));
            // A target far away would press the curve into a line.
            if (target != null && Math.abs(ChronoUnit.DAYS.between(begin, target)) < 2 * spread) {
                begin = target.isBefore(begin) ? target : begin;
                end = target.isAfter(end) ? target : end;
            }
            this.first = begin.minusDays(2 + spread / 20);
            this.last = end.plusDays(2 + spread / 20);
        }

        DatePage.Curve curve() {
            var path = new StringBuilder("M%s %s".formatted(Axis.number(x(first)), Axis.number(y(0))));
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                path.append(" L%s %s"
                        .formatted(
                                Axis.number(x(day)),
                                Axis.number(y(result.finishes().chance(day)))));
            }
            String area = path + " L%s %s Z".formatted(Axis.number(x(last)), Axis.number(y(0)));
            var p50 = result.finishes().day(0.5);
            var p80 = result.finishes().day(0.8);
            return new DatePage.Curve(
                    WIDTH,
                    HEIGHT,
                    path.toString(),
                    area,
                    days(),
                    List.of(
                            new Axis.Tick(Axis.number(y(1)), "100 %"),
                            new Axis.Tick(Axis.number(y(0.8)), "80 %"),
                            new Axis.Tick(Axis.number(y(0.5)), "50 %"),
                            new Axis.Tick(Axis.number(y(0.2)), "20 %")),
                    marks(p50, p80),
                    frame.text("plan.curve.summary", frame.date(p50), frame.date(p80)),
                    TABLE.stream()
                            .map(chance -> new DatePage.Row(
                                    Math.round(chance * 100) + " %",
                                    frame.date(result.finishes().day(chance))))
                            .toList());
        }

        private List<DatePage.Mark> marks(LocalDate p50, LocalDate p80) {
            var marks = new ArrayList<DatePage.Mark>();
            marks.add(mark(
                    "p50", p50, result.finishes().chance(p50), frame.text("plan.curve.p50", frame.date(p50)), true));
            marks.add(mark(
                    "p80", p80, result.finishes().chance(p80), frame.text("plan.curve.p80", frame.date(p80)), true));
            var day = target;
            if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
                double chance = result.finishes().chance(day);
                marks.add(mark(
                        "target",
                        day,
                        chance,
                        frame.text(
                                "plan.curve.target",
                                frame.date(day),
                                result.finishes().percent(day)),
                        false));
            }
            return marks;
        }

        /// @param beside whether the label stands at its point, and not at the top
        private DatePage.Mark mark(String kind, LocalDate day, double chance, String label, boolean beside) {
            double x = x(day);
            boolean right = x < LEFT + LABEL;
            return new DatePage.Mark(
                    kind,
                    Axis.number(x),
                    Axis.number(y(chance)),
                    Axis.number(beside ? x + (right ? 8 : -8) : x),
                    Axis.number(beside ? y(chance) + (right ? 14 : -6) : TOP - 12),
                    beside ? right ? "start" : "end" : x < WIDTH * 0.25 ? "start" : x > WIDTH * 0.75 ? "end" : "middle",
                    label);
        }

        private List<Axis.Tick> days() {
            var ticks = new ArrayList<Axis.Tick>();
            long days = ChronoUnit.DAYS.between(first, last);
            var locale = frame.texts().locale();
            if (days <= 70) {
                int step = Math.max(7, (int) (days / MOST_TICKS / 7 + 1) * 7);
                for (var day = first.with(TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
                        !day.isAfter(last);
                        day = day.plusDays(step)) {
                    ticks.add(tick(day, DateTimeFormatter.ofPattern("d MMM", locale)));
                }
            } else {
                int step = (int) Math.max(1, days / 30 / MOST_TICKS + 1);
                for (var day = first.with(TemporalAdjusters.firstDayOfNextMonth());
                        !day.isAfter(last);
                        day = day.plusMonths(step)) {
                    ticks.add(tick(day, DateTimeFormatter.ofPattern("MMM yyyy", locale)));
                }
            }
            return ticks;
        }

        private Axis.Tick tick(LocalDate day, DateTimeFormatter format) {
            return new Axis.Tick(Axis.number(x(day)), format.format(day));
        }

        private double x(LocalDate day) {
            return LEFT
                    + (WIDTH - LEFT - RIGHT)
                            * (double) ChronoUnit.DAYS.between(first, day)
                            / ChronoUnit.DAYS.between(first, last);
        }

        private static double y(double chance) {
            return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * chance;
        }
    }
}
