package org.fram.app.status;

import static java.util.stream.Collectors.toMap;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.Naming;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// How engagements stand now. Is asked within a transaction of somebody who sees what all of the engagement see.
@Component
public class StatusNow {

    private final Engagements engagements;
    private final ObjectProvider<StatusSource> sources;
    private final OtherLights others;
    private final Naming naming;
    private final InstantSource clock;

    /// Sources stand on engagements, so they are asked for when somebody asks.
    StatusNow(
            Engagements engagements,
            ObjectProvider<StatusSource> sources,
            OtherLights others,
            Naming naming,
            InstantSource clock) {
        this.engagements = engagements;
        this.sources = sources;
        this.others = others;
        this.naming = naming;
        this.clock = clock;
    }

    /// How one stands, in the words of a language.
    public StatusReport of(EngagementId engagement, Texts words) {
        var about = engagements.get(engagement);
        var today = LocalDate.ofInstant(clock.instant(), about.timeZone());
        var names = naming.of(engagement);
        var seen = others.of(engagement).stream()
                .filter(one -> !one.until().isBefore(today))
                .collect(toMap(
                        OtherLight::area,
                        one -> new StatusReport.Seen(one.light(), one.reason(), names.person(one.by()), one.until())));
        var areas = sources.stream()
                .sorted(Comparator.comparingInt(StatusSource::order))
                .flatMap(source -> source.of(engagement, today).stream())
                .map(area -> area(area, seen, words))
                .toList();
        return new StatusReport(
                about.name(),
                today,
                about.timeZone().getId(),
                Light.worst(areas.stream().map(StatusReport.Area::light).toList()),
                areas);
    }

    private static StatusReport.Area area(StatusArea area, Map<String, StatusReport.Seen> seen, Texts words) {
        return new StatusReport.Area(
                area.key(),
                words.of(area.title()),
                area.light(),
                seen.get(area.key()),
                words.of(area.because()),
                words.of(area.rule()),
                area.path(),
                area.figures().stream()
                        .map(figure -> new StatusReport.Figure(
                                figure.key(),
                                words.of(figure.name()),
                                figure.unit(),
                                figure.number(),
                                figure.currency(),
                                figure.better()))
                        .toList(),
                area.lines().stream()
                        .map(line -> new StatusReport.Line(
                                line.key(),
                                line.ref(),
                                line.text(),
                                line.who(),
                                line.due(),
                                words(line.note(), words),
                                line.path()))
                        .toList(),
                dates(area));
    }

    private static List<StatusReport.Dated> dates(StatusArea area) {
        return area.dates().stream()
                .map(one ->
                        new StatusReport.Dated(one.key(), one.ref(), one.text(), one.day(), one.after(), one.path()))
                .toList();
    }

    private static String words(@Nullable Text note, Texts words) {
        return note == null ? "" : words.of(note);
    }
}
