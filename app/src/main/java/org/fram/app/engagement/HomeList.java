package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.texts.Text;

/// A list that says what an engagement is and that another module keeps, such as its objectives. The
/// home page shows it, and the page on which an engagement is described leads to where it is kept.
public interface HomeList {

    Text title();

    /// Its lines, as far as whoever looks may see them. Is asked within a transaction of theirs.
    List<Pair> lines(Frame frame, EngagementId engagement);

    /// Where it is kept, below the address of the engagement.
    String path();
}
