package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;

/// What people answer for in an engagement. A module that gives people something to do offers it as a bean, so that
/// nothing
/// is left without an owner when somebody leaves. Is asked within a transaction of whoever manages people.
public interface Duties {

    /// Something that somebody answers for.
    ///
    /// @param path of the page that shows it, below the engagement's address
    /// @param handedOn whether another person takes it over; otherwise somebody sees to it there
    record Duty(Text what, String path, boolean handedOn) {}

    /// What somebody answers for now.
    List<Duty> of(EngagementId engagement, PersonId person);

    /// Hands on to another member what can be.
    void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to);
}
