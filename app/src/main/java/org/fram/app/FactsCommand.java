package org.fram.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.identity.Person;
import org.fram.app.platform.start.Settings;
import org.fram.app.practice.Facts;
import org.fram.facts.FactsDocument;
import org.fram.review.ReviewFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram facts`: the facts of an engagement as YAML, as one of its people sees them.
///
/// Whoever runs it can read the installation's folder, and so everything in it; it still never mixes what two
/// parties keep from each other.
@Command(
        name = "fram facts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the facts of an engagement of the application as YAML, as one of its people sees them.",
            "A server may be running on the same data. Without ENGAGEMENT: lists the engagements."
        },
        footer = {
            "",
            "Examples:",
            "  fram facts",
            "  fram facts \"Contact center to the cloud\" > facts.yaml",
            "  fram check facts.yaml",
            "",
            "Exit codes: 0 printed; 2 wrong usage, or no such engagement; 3 a fault in Fram."
        })
final class FactsCommand implements Callable<Integer> {

    private static final int INPUT = 2;
    private static final Actor PEOPLE = new Actor.Task("people");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ENGAGEMENT",
            description = "Its name, or the id that stands in the address of its page.")
    private @Nullable String wanted;

    @Option(names = "--as", paramLabel = "EMAIL", description = "As whom (default: somebody who owns the engagement).")
    private @Nullable String email;

    @Option(names = "--demo", description = "Looks at the demonstration's data.")
    private boolean demo;

    /// Runs it with these arguments.
    ///
    /// @return the exit code
    static int run(String... arguments) {
        PrintStream terminal = System.out;
        // What is printed is for a program to read: all else that is said goes where errors go.
        System.setOut(System.err);
        return new CommandLine(new FactsCommand())
                .setOut(new PrintWriter(terminal, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        var settings = Settings.of(System.getenv(), Path.of(System.getProperty("user.home")), demo);
        var quiet = new Settings(
                settings.home(),
                "localhost",
                0,
                settings.database(),
                demo,
                settings.logFormat(),
                settings.metricsToken(),
                settings.publicAddress(),
                settings.mail(),
                settings.identity(),
                settings.traffic());
        try (var context = Fram.startToLook(quiet)) {
            return print(context);
        }
    }

    /// An engagement as somebody sees it.
    private record View(Engagement engagement, Person person, boolean owner) {}

    int print(ApplicationContext context) {
        var views = views(context);
        String name = wanted;
        if (name == null) {
            list(views);
            return 0;
        }
        var fitting =
                views.stream().filter(view -> named(view.engagement(), name)).toList();
        if (fitting.isEmpty()) {
            return refuse(
                    views.isEmpty()
                            ? "there is no engagement%s.".formatted(email == null ? " yet" : " that " + email + " sees")
                            : "no engagement is called '%s'. There are: %s.".formatted(name, names(views)));
        }
        if (fitting.stream().map(view -> view.engagement().id()).distinct().count() > 1) {
            return refuse("several engagements are called '%s'. Name one by its id: %s.".formatted(name, ids(fitting)));
        }
        var view = fitting.stream().filter(View::owner).findFirst().orElse(fitting.getFirst());
        var me = new Actor.Person(view.person().id());
        FactsDocument facts = context.getBean(Transactions.class)
                .as(me, () -> context.getBean(Facts.class).of(view.engagement().id()));
        spec.commandLine().getErr().println("As " + view.person().email() + " sees it.");
        spec.commandLine().getOut().print(ReviewFacts.yaml(facts));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<View> views(ApplicationContext context) {
        var transactions = context.getBean(Transactions.class);
        List<Person> people =
                transactions.as(PEOPLE, () -> context.getBean(People.class).all());
        var views = new ArrayList<View>();
        for (var person : people) {
            if (email != null && !person.email().equals(email.strip().toLowerCase(Locale.ROOT))) {
                continue;
            }
            transactions.run(
                    new Actor.Person(person.id()),
                    () -> context.getBean(Engagements.class)
                            .all()
                            .forEach(engagement ->
                                    views.add(new View(engagement, person, owns(context, engagement, person)))));
        }
        return views;
    }

    private static boolean owns(ApplicationContext context, Engagement engagement, Person person) {
        return context.getBean(Members.class).of(engagement.id()).stream()
                .anyMatch(member -> member.person().equals(person.id()) && member.role() == Role.OWNER);
    }

    private static boolean named(Engagement engagement, String name) {
        return engagement.name().equalsIgnoreCase(name.strip())
                || engagement.id().toString().equals(name.strip());
    }

    private void list(List<View> views) {
        var out = spec.commandLine().getOut();
        if (views.isEmpty()) {
            out.println("There are no engagements yet.");
        }
        views.stream()
                .map(View::engagement)
                .distinct()
                .forEach(engagement -> out.println(engagement.id() + "  " + engagement.name()));
        out.flush();
    }

    private static String names(List<View> views) {
        return String.join(
                ", ",
                views.stream().map(view -> view.engagement().name()).distinct().toList());
    }

    private static String ids(List<View> views) {
        return String.join(
                ", ",
                views.stream()
                        .map(view -> view.engagement().id().toString())
                        .distinct()
                        .toList());
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("fram: " + why);
        return INPUT;
    }
}
