package org.fram.app.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// The days by which statements of work are gone through again.
@Component
class DatedReviews implements Dated {

    private final SowReviews reviews;
    private final StatementsOfWork statements;

    DatedReviews(SowReviews reviews, StatementsOfWork statements) {
        this.reviews = reviews;
        this.statements = statements;
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        Map<SowId, SowReview> last = new LinkedHashMap<>();
        reviews.of(engagement).forEach(review -> last.putIfAbsent(review.sow(), review));
        return statements.of(engagement).stream()
                .filter(sow -> last.containsKey(sow.id()))
                .map(sow -> new Entry(
                        "review of " + sow.id(),
                        Text.of("change.calendar.reviews"),
                        Text.of("change.calendar.next"),
                        sow.title(),
                        "changes#reviews",
                        When.Days.on(last.get(sow.id()).next()),
                        new Whose.Named(ProjectRole.PROJECT_MANAGER.name().replace('_', ' ')),
                        Standing.OPEN,
                        null))
                .toList();
    }
}
