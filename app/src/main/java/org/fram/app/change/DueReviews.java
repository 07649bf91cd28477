package org.fram.app.change;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// Statements of work that are to be gone through again by a day: for the project managers of all sides, who are
/// reminded.
@Component
class DueReviews implements Waiting {

    private static final List<Integer> REMINDERS = List.of(30, 7);

    private final SowReviews reviews;
    private final StatementsOfWork statements;

    DueReviews(SowReviews reviews, StatementsOfWork statements) {
        this.reviews = reviews;
        this.statements = statements;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        if (!member.does().contains(ProjectRole.PROJECT_MANAGER)) {
            return List.of();
        }
        Map<SowId, String> titles =
                statements.of(engagement).stream().collect(toMap(StatementOfWork::id, StatementOfWork::title));
        Map<SowId, SowReview> last = new LinkedHashMap<>();
        reviews.of(engagement).forEach(review -> last.putIfAbsent(review.sow(), review));
        return last.values().stream()
                .filter(review -> titles.containsKey(review.sow()))
                .map(review -> new Item(
                        Kind.OWED,
                        "review of " + review.sow(),
                        Text.of("change.review.due", titles.getOrDefault(review.sow(), "")),
                        "changes#reviews",
                        review.next(),
                        REMINDERS))
                .toList();
    }
}
