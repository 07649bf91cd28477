package org.fram.app.platform.identity;

import java.util.List;
import org.fram.app.platform.pages.Frame;

/// What the list of all accounts shows.
///
/// @param refusal why the last attempt failed, or empty
/// @param firstPassword of an account that was just made or reset, shown this once, or empty
public record AccountsPage(List<Line> lines, String refusal, String firstPassword) {

    /// An account.
    ///
    /// @param administrator the word for it, or empty
    public record Line(String address, String name, String email, String administrator) {}

    static AccountsPage of(Frame frame, List<Person> people, String refusal, String firstPassword) {
        return new AccountsPage(
                people.stream()
                        .map(person -> new Line(
                                "/people/" + person.id(),
                                person.name(),
                                person.email(),
                                person.administrator() ? frame.text("identity.people.administrator") : ""))
                        .toList(),
                refusal,
                firstPassword);
    }
}
