package org.fram.app.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.AwaitingRun;
import org.fram.app.practice.Facts;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration's plan: the vendor's, which keeps the date of the law if nothing goes wrong, and so
/// hardly does.
@Component
@Order(DemoPlan.FIRST)
class DemoPlan implements DemoPart {

    /// Bookings of people are of its activities.
    static final int FIRST = 0;

    private static final long DAY = 8 * 60;
    /// Days that the plan leaves between its end and the day of the law.
    private static final int SPARE_DAYS = 6;
    private static final String FILE = "Project plan of the vendor.xlsx";

    /// Number, name, days, what it waits for, party, resource, words of obligations that it carries out.
    private static final List<String> LINES = List.of(
            "1|Assessment and design",
            "2|Mobilise both teams|10||VENDOR||project manager",
            "3|Assess network and workplaces|15|2|PARTNER|Network engineer|assesses network",
            "4|Design workshops|15|2|VENDOR|Solution architect|design workshops",
            "5|Write the solution design|20|4;3FF+5d|VENDOR|Solution architect|solution design",
            "6|Review and sign the solution design|8|5|BUYER||Customer reviews",
            "7|Design is signed|0|6|||",
            "10|Carrier and network",
            "11|Order SIP trunks|5|3|BUYER||SIP trunks",
            "12|Carrier builds trunks and circuits|45|11|CARRIER||",
            "13|Configure quality of service on routers|10|3;11|PARTNER|Network engineer|routers",
            "14|Port the telephone numbers|30|12|CARRIER||",
            "20|Configuration and integration",
            "21|Configure queues, skills and announcements|30|7|VENDOR|Engineer|42 queues",
            "22|Integration with the case system|40|7|PARTNER|Integration developer|case system",
            "23|Interface to the identity provider|15|7|PARTNER|Integration developer|",
            "24|Migrate the data of agents|8|21|VENDOR|Engineer|master data",
            "25|Build reports|15|21|PARTNER|Integration developer|reports",
            "26|Record announcements|15|7|BUYER||audio files",
            "30|Testing",
            "31|Test each call flow|12|21;26|VENDOR|Engineer|tests each call flow",
            "32|Test of the integration|12|22;23;31|VENDOR|Engineer|",
            "33|Load test with 600 agents|8|32;12|VENDOR|Engineer|load test",
            "34|User acceptance test|15|32;24|BUYER||testers",
            "35|Correct defects and test again|10|34;33|VENDOR|Engineer|",
            "40|Training",
            "41|Write training material|12|21|VENDOR|Trainer|",
            "42|Train the trainers|2|41;32|VENDOR|Trainer|trainers",
            "43|Train agents and supervisors|15|42|BUYER||",
            "50|Rollout",
            "51|Rehearse the cutover|3|35|VENDOR|Engineer|",
            "52|Go-live of the capital office|1|51;43;14|VENDOR|Engineer|",
            "53|Go-live of the northern office|1|52FS+9d|VENDOR|Engineer|",
            "54|Go-live of the island office|1|53FS+9d|VENDOR|Engineer|",
            "55|All sites are live|0|54|||",
            "56|Support after go-live|10|54|VENDOR|Engineer|supports each site",
            "57|Acceptance|10|56|BUYER||");

    private final BringingInPlan bringingIn;
    private final EditingPlan editing;
    private final ConfirmingDurations confirming;
    private final WeighingOptions weighing;
    private final Simulating simulating;
    private final Plans plans;
    private final Engagements engagements;
    private final Facts facts;
    private final AwaitingRun runs;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoPlan(
            BringingInPlan bringingIn,
            EditingPlan editing,
            ConfirmingDurations confirming,
            WeighingOptions weighing,
            Simulating simulating,
            Plans plans,
            Engagements engagements,
            Facts facts,
            AwaitingRun runs,
            Transactions transactions,
            InstantSource clock) {
        this.bringingIn = bringingIn;
        this.editing = editing;
        this.confirming = confirming;
        this.weighing = weighing;
        this.simulating = simulating;
        this.plans = plans;
        this.engagements = engagements;
        this.facts = facts;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.PLAN;
    }

    @Override
    public void add(Demo demo) {
        var engagement = transactions.as(demo.customer(), () -> engagements.get(demo.engagement()));
        bringIn(demo, written(demo, vendors(engagement)));
        var live = kept(demo).find("55").orElseThrow();
        require(editing.frame(
                demo.customer(),
                demo.engagement(),
                live.id(),
                kept(demo).basis().start().toLocalDate(),
                null));
        for (String line : LINES) {
            complete(demo, line.split("\\|", -1));
        }
        require(editing.setBaseline(demo.customer(), demo.engagement()));
        // What was cut since the baseline.
        change(demo, "43", "12d", "", "", "");
        for (String code : List.of("4", "5", "21", "22")) {
            confirm(demo, demo.vendor(), code);
        }
        confirm(demo, demo.customer(), "4");
        option(demo, "A second integration developer", PlanOption.Type.REINFORCE, "", "Integration developer", "1");
        option(demo, "Half of the acceptance test", PlanOption.Type.PART, "34", "", "50");
        option(demo, "The integration goes live later", PlanOption.Type.DROP, "22", "", "");
        option(demo, "The carrier builds in 30 days", PlanOption.Type.LENGTH, "12", "", "30d");
        runs.await(demo.customer(), demo.engagement(), simulating.request(demo.customer(), demo.engagement()));
    }

    /// The plan as the vendor would send it, ending some days before the day of the law.
    private Plan vendors(Engagement engagement) {
        var today = LocalDate.ofInstant(clock.instant(), engagement.timeZone());
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var plan = plan(engagement, monday);
        var timetable = CriticalPath.of(plan);
        var target = Objects.requireNonNull(engagement.targetGoLive());
        int last = 0;
        while (!plan.activities().get(last).id().equals("55")) {
            last++;
        }
        var live = timetable.date(timetable.windows().get(last).finish()).toLocalDate();
        long weeks = (ChronoUnit.DAYS.between(live, target) - SPARE_DAYS) / 7;
        return weeks <= 0 ? plan : plan(engagement, monday.plusWeeks(weeks));
    }

    private static Plan plan(Engagement engagement, LocalDate start) {
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        var resources = new ArrayList<Resource>();
        var assignments = new ArrayList<Assignment>();
        var position = new HashMap<String, Integer>();
        int phase = Plan.NONE;
        for (String line : LINES) {
            var parts = line.split("\\|", -1);
            int at = activities.size();
            position.put(parts[0], at);
            if (parts.length == 2) {
                phase = at;
                activities.add(Activity.of(parts[0], parts[1], DAY).asSummary());
                continue;
            }
            activities.add(Activity.of(parts[0], parts[1], Long.parseLong(parts[2]) * DAY)
                    .within(phase));
            Stream.of(parts[3].split(";"))
                    .filter(wait -> !wait.isEmpty())
                    .forEach(wait -> links.add(link(position, wait, at)));
            if (!parts[5].isEmpty()) {
                var known = resources.stream().map(Resource::name).toList();
                if (!known.contains(parts[5])) {
                    resources.add(new Resource("R" + (resources.size() + 1), parts[5], 100, Plan.NONE));
                }
                int resource = resources.stream().map(Resource::name).toList().indexOf(parts[5]);
                assignments.add(new Assignment(at, resource, 100));
            }
        }
        return Plan.of(
                        engagement.name(),
                        engagement.timeZone(),
                        start.atTime(8, 0),
                        WorkCalendar.STANDARD,
                        activities,
                        links)
                .with(resources, assignments);
    }

    private static Link link(Map<String, Integer> position, String wait, int after) {
        String code = wait.replaceAll("[A-Z].*", "");
        int before = Objects.requireNonNull(position.get(code));
        if (code.length() == wait.length()) {
            return Link.of(before, after);
        }
        long lag = Long.parseLong(wait.replaceAll(".*\\+(\\d+)d", "$1")) * DAY;
        return new Link(before, after, wait.contains("FF") ? Link.Type.FINISH_FINISH : Link.Type.FINISH_START, lag, 0);
    }

    private static byte[] written(Demo demo, Plan plan) {
        try {
            var out = new ByteArrayOutputStream();
            PlanWorkbook.write(plan, Costs.NONE, out);
            Files.createDirectories(demo.documents());
            Files.write(demo.documents().resolve(FILE), out.toByteArray());
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void bringIn(Demo demo, byte[] content) {
        switch (bringingIn.bringIn(demo.vendor(), demo.engagement(), FILE, new ByteArrayInputStream(content))) {
            case BringingInPlan.Outcome.Begun(var run) -> runs.await(demo.customer(), demo.engagement(), run);
            case BringingInPlan.Outcome.Refused(var reason) -> throw new IllegalStateException(reason.toString());
        }
    }

    /// Says who does an activity, which obligations it carries out, and of some how long they may take.
    private void complete(Demo demo, String[] parts) {
        if (parts.length == 2) {
            return;
        }
        switch (parts[0]) {
            case "12" -> change(demo, "12", "45d", "35d", "45d", "90d", parts);
            case "14" -> change(demo, "14", "30d", "20d", "30d", "55d", parts);
            case "22" -> change(demo, "22", "40d", "30d", "42d", "75d", parts);
            default -> change(demo, parts[0], parts[2] + "d", "", "", "", parts);
        }
    }

    private void change(Demo demo, String code, String duration, String best, String likely, String worst) {
        change(demo, code, duration, best, likely, worst, new String[0]);
    }

    private void change(
            Demo demo, String code, String duration, String best, String likely, String worst, String[] parts) {
        var kept = kept(demo);
        var one = kept.find(code).orElseThrow();
        boolean told = parts.length > 4;
        require(editing.change(
                demo.customer(),
                demo.engagement(),
                one.id(),
                new ActivityEdit(
                        one.core().name(),
                        duration,
                        best,
                        likely,
                        worst,
                        "",
                        "",
                        "",
                        one.core().constraint().kind(),
                        "",
                        "",
                        Waits.write(kept, one.id()),
                        told ? party(demo, parts[4]) : one.additions().party(),
                        one.additions().area(),
                        told
                                ? promised(demo, parts[6])
                                : String.join(", ", one.additions().obligations()),
                        one.parent(),
                        one.version())));
    }

    private @Nullable PartyId party(Demo demo, String side) {
        return side.isEmpty()
                ? null
                : transactions.as(demo.customer(), () -> engagements.parties(demo.engagement())).stream()
                        .filter(party -> party.side() == Side.valueOf(side))
                        .map(Party::id)
                        .findFirst()
                        .orElse(null);
    }

    /// Numbers of the obligations that hold some words.
    private String promised(Demo demo, String words) {
        if (words.isEmpty()) {
            return "";
        }
        var sow = transactions
                .as(demo.customer(), () -> facts.of(demo.engagement()))
                .sow();
        var all = Objects.requireNonNullElse(sow == null ? null : sow.obligations(), List.<ObligationFact>of());
        return String.join(
                ", ",
                all.stream()
                        .filter(one -> one.text().contains(words))
                        .map(ObligationFact::id)
                        .limit(4)
                        .toList());
    }

    private void confirm(Demo demo, Actor.Person person, String code) {
        var one = kept(demo).find(code).orElseThrow();
        confirming.confirm(person, demo.engagement(), one.id(), one.core().minutes());
    }

    private void option(
            Demo demo, String name, PlanOption.Type type, String activities, String resource, String amount) {
        var wish = new WeighingOptions.Wish(name, type, activities, null, resource, amount);
        if (weighing.add(demo.customer(), demo.engagement(), wish) instanceof WeighingOptions.Outcome.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    private KeptPlan kept(Demo demo) {
        return transactions.as(demo.customer(), () -> plans.get(demo.engagement()));
    }

    private static void require(EditingPlan.Outcome outcome) {
        if (outcome instanceof EditingPlan.Outcome.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
