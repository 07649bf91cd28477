package org.fram.app.platform.identity;

import java.util.List;
import java.util.Set;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Frame;

/// What the list of all accounts shows.
///
/// @param secondFactorRequired of everybody
/// @param refusal why the last attempt failed, or empty
/// @param firstPassword of an account that was just made or reset, shown this once, or empty
public record AccountsPage(List<Line> lines, boolean secondFactorRequired, String refusal, String firstPassword) {

    /// An account.
    ///
    /// @param administrator the word for it, or empty
    /// @param secondFactor whether they have one
    public record Line(
            String id, String address, String name, String email, String administrator, boolean secondFactor) {}

    static AccountsPage of(
            Frame frame,
            List<Person> people,
            Set<PersonId> secondFactors,
            boolean secondFactorRequired,
            String refusal,
            String firstPassword) {
        return new AccountsPage(
                people.stream()
                        .map(person -> new Line(
                                person.id().toString(),
                                "/people/" + person.id(),
                                person.name(),
                                person.email(),
                                person.administrator() ? frame.text("identity.people.administrator") : "",
                                secondFactors.contains(person.id())))
                        .toList(),
                secondFactorRequired,
                refusal,
                firstPassword);
    }
}
