package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;

/// Things of an engagement that people search for by their words. A module offers one as a bean for each kind that is
/// not a register: rows of registers are found anyway. Is asked within a transaction of whoever searches, and finds
/// what
/// they may see.
public interface Findable {

    /// What they are, as a heading above them.
    Text kind();

    /// Those that have all of these words, the best first.
    ///
    /// @param words in lower case, none of them empty; never none
    /// @param most how many are wanted
    List<NamedThings.Thing> find(EngagementId engagement, List<String> words, int most);
}
