package org.fram.app.engagement;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// What somebody owes in an engagement, and what waits for them there. A module offers a bean for each
/// kind of it, so that one page shows all, and whoever forgets is reminded. Is asked within a
/// transaction of the person, or of somebody of the engagement who looks at what others owe: then it says
/// what whoever looks may see.
public interface Waiting {

    /// What somebody has to do with a thing.
    enum Kind implements Code {
        /// They answer for it.
        OWED,
        /// Others wait for their word.
        WAITS
    }

    /// Something that is to be done.
    ///
    /// @param key the same as long as it is the same thing
    /// @param path of the page on which it is done, below the engagement's address
    /// @param due the last day, or null
    /// @param reminders how many days before the last one the person is reminded, once each, and once
    /// more when it has passed; none where they are told otherwise or not at all
    record Item(
            Kind kind,
            String key,
            Text what,
            String path,
            @Nullable LocalDate due,
            List<Integer> reminders) {

        public Item {
            reminders = List.copyOf(reminders);
        }
    }

    /// What is to be done now.
    List<Item> of(Actor.Person me, Member member, EngagementId engagement);
}
