package org.fram.app.platform.identity;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneOffset;
import java.util.List;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;

/// What the list of all accounts shows.
///
/// @param mails whether invitations go by mail
public record AccountsPage(List<Line> lines, boolean mails, Told told) {

    /// An account.
    ///
    /// @param administrator the word for it, or empty
    /// @param invitation how it stands with it, or null of whoever has come
    public record Line(
            String address,
            String name,
            String email,
            String administrator,
            @Nullable Invitation invitation) {}

    /// An invitation that nobody has followed yet.
    ///
    /// @param open whether its link still works
    public record Invitation(String state, boolean open) {

        /// In words.
        public static Invitation of(Frame frame, InvitingPeople.Waiting waiting) {
            return new Invitation(
                    frame.text(
                            "identity.invitation." + waiting.state().code(),
                            frame.time(waiting.expires(), ZoneOffset.UTC)),
                    waiting.isOpen());
        }
    }

    /// What came of the last attempt; empty is what there is not.
    ///
    /// @param firstPassword of an account that was just made or reset, shown this once
    /// @param link of an invitation to be handed on, shown this once
    public record Told(String refusal, String done, String firstPassword, String link) {

        /// Nothing came of it, as there was none.
        public static final Told NOTHING = new Told("", "", "", "");

        /// It was refused.
        public static Told refusal(String reason) {
            return new Told(reason, "", "", "");
        }

        /// It is done.
        public static Told done(String what) {
            return new Told("", what, "", "");
        }

        /// There is a first password.
        public static Told firstPassword(String password) {
            return new Told("", "", password, "");
        }

        /// There is a link.
        public static Told link(String link) {
            return new Told("", "", "", link);
        }
    }

    static AccountsPage of(
            Frame frame, List<Person> people, List<InvitingPeople.Waiting> waiting, boolean mails, Told told) {
        var invitations =
                waiting.stream().collect(toMap(InvitingPeople.Waiting::person, one -> Invitation.of(frame, one)));
        return new AccountsPage(
                people.stream()
                        .map(person -> new Line(
                                "/people/" + person.id(),
                                person.name(),
                                person.email(),
                                person.administrator() ? frame.text("identity.people.administrator") : "",
                                invitations.get(person.id())))
                        .toList(),
                mails,
                told);
    }
}
