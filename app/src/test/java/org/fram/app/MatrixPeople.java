package org.fram.app;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;

/// The people of the matrix, each with a browser in which they have signed in.
final class MatrixPeople {

    private final Map<MatrixPerson, TestPerson> people = new EnumMap<>(MatrixPerson.class);
    private final Map<MatrixPerson, HttpBrowser> browsers = new EnumMap<>(MatrixPerson.class);
    private final Map<MatrixPerson, ApiClient> programs = new EnumMap<>(MatrixPerson.class);

    private MatrixPeople() {}

    static MatrixPeople signedIn() throws IOException, InterruptedException {
        var all = new MatrixPeople();
        for (var person : MatrixPerson.values()) {
            if (!MatrixPerson.signedIn().contains(person)) {
                all.browsers.put(person, HttpBrowser.stranger());
                all.programs.put(person, new ApiClient(null));
                continue;
            }
            var account = person == MatrixPerson.OUTSIDER
                    ? TestEngagement.create().customer()
                    : person == MatrixPerson.ADMINISTRATOR
                            ? RunningApp.shared().administrator(person.name())
                            : RunningApp.shared().person(person.name());
            all.people.put(person, account);
            all.programs.put(person, ApiClient.of(account));
            var browser = HttpBrowser.signedIn(account);
            // A page with a form, whose token they send.
            browser.get("/account", false);
            all.browsers.put(person, browser);
        }
        return all;
    }

    TestPerson account(MatrixPerson person) {
        return Objects.requireNonNull(people.get(person));
    }

    /// A program that acts as them.
    ApiClient program(MatrixPerson person) {
        return Objects.requireNonNull(programs.get(person));
    }

    HttpBrowser browser(MatrixPerson person) {
        return Objects.requireNonNull(browsers.get(person));
    }
}
