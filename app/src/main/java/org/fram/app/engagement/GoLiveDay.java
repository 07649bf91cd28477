package org.fram.app.engagement;

import java.util.List;
import java.util.Set;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The day on which somebody wants an engagement to go live.
@Component
class GoLiveDay implements Dated {

    private static final Text GO_LIVE = Text.of("engagement.calendar.goLive");

    private final Engagements engagements;

    GoLiveDay(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(GO_LIVE);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        var known = engagements.get(engagement);
        var day = known.targetGoLive();
        return day == null
                ? List.of()
                : List.of(new Entry(
                        "go-live " + engagement,
                        GO_LIVE,
                        Text.of("engagement.calendar.wanted"),
                        known.name(),
                        "setup",
                        When.Days.on(day),
                        new Whose.Everybody(),
                        Standing.FIXED,
                        null));
    }
}
