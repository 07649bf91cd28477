package org.fram.app.engagement;

import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// The single things that somebody answers for, to which they say yes one by one. [Duties] says in one
/// line what becomes of them when somebody leaves; a module that assigns something to people offers
/// both. Is asked within a transaction of whoever looks, and says what they may see.
public interface AnsweredFor {

    /// Something that somebody answers for.
    ///
    /// @param key the same as long as it is the same thing
    /// @param ref its number, as people know it
    /// @param text what it says; other words are another thing to say yes to
    /// @param about what kind of thing it is, and as what one answers for it
    /// @param path of the page that shows it, below the engagement's address
    /// @param privateTo the party that alone sees it, or null
    record Single(
            String key,
            String ref,
            String text,
            Text about,
            String path,
            @Nullable PartyId privateTo) {}

    /// What people answer for now, by whom; who answers for nothing may be left out.
    Map<PersonId, List<Single>> of(EngagementId engagement, List<Member> people);
}
