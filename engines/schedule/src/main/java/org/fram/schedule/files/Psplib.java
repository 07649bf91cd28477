package org.fram.schedule.files;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;

/// Problems of resource-constrained scheduling as plans: single mode, renewable resources.
///
/// A period is a day of 24 hours of a calendar that always works, and the plan starts on 1 January 2000, as
/// the problems have no dates. A unit of a resource is 100 hundredths.
///
/// Source: R. Kolisch and A. Sprecher, *PSPLIB, a project scheduling problem library*, 1997; `.rcp` is the
/// format of J. H. Patterson, 1984.
final class Psplib {

    private static final long PERIOD = 1440;
    private static final int MOST_UNITS = 1_000_000;
    private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Psplib() {}

    static ReadPlan readSm(String name, String text, ZoneId zone) {
        var problem = new Problem(name);
        int links = section(name, text, "PRECEDENCE RELATIONS", 0);
        int requests = section(name, text, "REQUESTS/DURATIONS", links);
        int amounts = section(name, text, "RESOURCEAVAILABILITIES", requests);
        lines(text.substring(amounts)).stream()
                .skip(1)
                .forEach(line -> numbers(name, line).forEach(problem.capacities::add));
        for (var line : lines(text.substring(requests, amounts))) {
            if (line.matches("\\s*\\d.*")) {
                var row = numbers(name, line);
                if (row.size() != 3 + problem.capacities.size()) {
                    throw broken(
                            name,
                            "job %d has %d demands and there are %d resources"
                                    .formatted(row.getFirst(), Math.max(0, row.size() - 3), problem.capacities.size()));
                }
                inTurn(name, row.getFirst(), problem.activities.size() + 1, "durations");
                problem.job(row.get(2), row.subList(3, row.size()));
            }
        }
        int rows = 0;
        for (var line : lines(text.substring(links, requests))) {
            if (line.matches("\\s*\\d.*")) {
                var row = numbers(name, line);
                if (row.size() < 3 || row.size() != 3 + row.get(2)) {
                    throw broken(name, "the successors of job %d are not as many as it says".formatted(row.getFirst()));
                }
                if (row.get(1) != 1) {
                    throw new UnusablePlanException(
                            "%s: job %d has %d modes. Only problems in which each job has one are read."
                                    .formatted(name, row.get(0), row.get(1)));
                }
                inTurn(name, row.getFirst(), ++rows, "successors");
                row.subList(3, row.size()).forEach(after -> problem.link(row.getFirst(), after));
            }
        }
        if (rows != problem.activities.size()) {
            throw broken(
                    name, "%d jobs have successors and %d have durations".formatted(rows, problem.activities.size()));
        }
        return problem.plan("PSPLIB (.sm)", zone);
    }

    private static void inTurn(String name, int job, int expected, String what) {
        if (job != expected) {
            throw broken(name, "among the %s, job %d stands where job %d is expected".formatted(what, job, expected));
        }
    }

    static ReadPlan readRcp(String name, String text, ZoneId zone) {
        var problem = new Problem(name);
        var scanner = new Scanner(text).useLocale(Locale.ROOT);
        int jobs = next(name, scanner);
        int resources = next(name, scanner);
        for (int k = 0; k < resources; k++) {
            problem.capacities.add(next(name, scanner));
        }
        for (int job = 1; job <= jobs; job++) {
            int duration = next(name, scanner);
            var demands = new ArrayList<Integer>();
            for (int k = 0; k < resources; k++) {
                demands.add(next(name, scanner));
            }
            problem.job(duration, demands);
            int successors = next(name, scanner);
            for (int k = 0; k < successors; k++) {
                problem.link(job, next(name, scanner));
            }
        }
        if (scanner.hasNext()) {
            throw broken(name, "it goes on with \"%s\" after job %d, its last".formatted(scanner.next(), jobs));
        }
        return problem.plan("PSPLIB (.rcp)", zone);
    }

    private static int next(String name, Scanner scanner) {
        if (!scanner.hasNextInt()) {
            throw broken(name, "it ends too early, or holds something that is no whole number");
        }
        return scanner.nextInt();
    }

    private static int section(String name, String text, String title, int from) {
        int at = text.indexOf(title, from);
        if (at < 0) {
            throw broken(
                    name,
                    text.contains(title)
                            ? "its section %s stands before one that comes first".formatted(title)
                            : "it has no section " + title);
        }
        return at;
    }

    /// The lines of a section, without its title, up to the stars that end it.
    private static List<String> lines(String section) {
        return section.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("*"))
                .filter(line -> !line.isBlank() && !line.startsWith("-"))
                .toList();
    }

    private static List<Integer> numbers(String name, String line) {
        try {
            return List.of(line.strip().split("\\s+")).stream()
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new UnusablePlanException("%s: \"%s\" is not a row of numbers.".formatted(name, line.strip()), e);
        }
    }

    private static UnusablePlanException broken(String name, String why) {
        return new UnusablePlanException("%s is not a whole problem of PSPLIB: %s.".formatted(name, why));
    }

    /// What a file says, before all of it is known.
    private static final class Problem {

        private final String name;
        private final List<Integer> capacities = new ArrayList<>();
        private final List<Activity> activities = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Assignment> assignments = new ArrayList<>();

        Problem(String name) {
            this.name = name;
        }

        void job(int duration, List<Integer> demands) {
            var id = Integer.toString(activities.size() + 1);
            for (int k = 0; k < demands.size(); k++) {
                units(demands.get(k), "job %s needs".formatted(id), k);
                if (demands.get(k) > 0) {
                    assignments.add(new Assignment(activities.size(), k, demands.get(k) * 100));
                }
            }
            activities.add(Activity.of(id, "Job " + id, duration * PERIOD));
        }

        private void units(int amount, String who, int resource) {
            if (amount < 0 || amount > MOST_UNITS) {
                throw new UnusablePlanException("%s: %s %d units of resource %d. That is 0 to %d."
                        .formatted(name, who, amount, resource + 1, MOST_UNITS));
            }
        }

        void link(int before, int after) {
            links.add(Link.of(before - 1, after - 1));
        }

        ReadPlan plan(String format, ZoneId zone) {
            for (var link : links) {
                if (link.before() < 0 || link.after() < 0 || link.after() >= activities.size()) {
                    throw new UnusablePlanException(
                            "%s: job %d is followed by job %d, and there are %d jobs. Remove the link, or add the job."
                                    .formatted(name, link.before() + 1, link.after() + 1, activities.size()));
                }
            }
            var resources = new ArrayList<Resource>();
            for (int k = 0; k < capacities.size(); k++) {
                units(capacities.get(k), "there are", k);
                resources.add(new Resource("R" + (k + 1), "R " + (k + 1), capacities.get(k) * 100, Plan.NONE));
            }
            var plan = Plan.of(name, zone, START, WorkCalendar.ALWAYS, activities, links)
                    .with(resources, assignments);
            return new ReadPlan(
                    plan,
                    format,
                    activities.stream()
                            .map(_ -> new ReadPlan.Stored(null, null, false, Set.of()))
                            .toList(),
                    Costs.NONE,
                    List.of("The problem has no dates: a period is a day, and the plan starts on 1 January 2000."));
        }
    }
}
