package org.fram.app.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fram.app.Fram;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.AddingPeople;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// The whole application on a free port and a database of its own, started once for all tests of the virtual
/// machine.
///
/// Tests do not share data: each makes its own people and engagements, and nobody sees those of others.
public final class RunningApp {

    private static @Nullable RunningApp theOne;

    private final ServletWebServerApplicationContext context;
    private final AtomicInteger people = new AtomicInteger();

    private RunningApp(Settings settings) {
        context = (ServletWebServerApplicationContext) Fram.start(settings);
    }

    /// The one that all tests share.
    public static synchronized RunningApp shared() {
        if (theOne == null) {
            // Tests make many people, and a strong hash takes its time. SigningInTest looks at the strong
            // one.
            System.setProperty("fram.passwords.memory-kib", "64");
            System.setProperty("fram.notices.moment", "PT0S");
            theOne = new RunningApp(new Settings(
                    TestFolder.of("home"),
                    "localhost",
                    0,
                    TestDatabases.fresh(),
                    false,
                    "text",
                    "scraper",
                    null,
                    TestMail.settings(),
                    OidcServer.settings(),
                    traffic()));
        }
        return theOne;
    }

    /// All strangers of all tests come from one address, receivers are on this machine, and nobody waits for days.
    private static TrafficSettings traffic() {
        return new TrafficSettings(
                TrafficSettings.USUAL.requestsPerMinute(),
                100_000,
                true,
                Duration.ofSeconds(2),
                List.of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300)),
                TrafficSettings.USUAL.patience());
    }

    /// A part of the application: an act or a store.
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// All parts of a type.
    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// All parts of the application.
    public ApplicationContext parts() {
        return context;
    }

    /// The address of a page.
    public String address(String path) {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("The server has stopped.");
        }
        return "http://localhost:%d%s".formatted(server.getPort(), path);
    }

    /// A new person with an account.
    public TestPerson person(String name) {
        return person(name, false);
    }

    /// A new person who administrates.
    public TestPerson administrator(String name) {
        return person(name, true);
    }

    private TestPerson person(String name, boolean administrator) {
        String email = "person%d@fram.example".formatted(people.incrementAndGet());
        var outcome = get(AddingPeople.class).add(email, name, administrator, TestPerson.PASSWORD);
        if (outcome instanceof AddingPeople.Outcome.Added(var id, var _)) {
            return new TestPerson(id, email, name);
        }
        throw new IllegalStateException(outcome.toString());
    }

    /// Somebody with an account and the password [#PASSWORD].
    public record TestPerson(PersonId id, String email, String name) {

        /// Everyone's password in tests.
        public static final String PASSWORD = "every test has this one";

        /// The person, as somebody on whose behalf things happen.
        public Actor.Person actor() {
            return new Actor.Person(id);
        }

        /// What they get who ask as this person, in a transaction of its own.
        public <T extends @Nullable Object> T asks(Supplier<T> question) {
            return shared().get(Transactions.class).as(actor(), question);
        }
    }
}
