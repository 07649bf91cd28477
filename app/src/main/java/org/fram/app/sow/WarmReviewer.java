package org.fram.app.sow;

import org.fram.review.Reviewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one reviewer of this program. It is made when it is first needed, as it holds language models, and stays.
@Component
public class WarmReviewer {

    private @Nullable Reviewer reviewer;

    /// It, made now where it was not.
    public synchronized Reviewer get() {
        var made = reviewer;
        if (made == null) {
            made = new Reviewer();
            reviewer = made;
        }
        return made;
    }
}
