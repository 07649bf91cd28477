package org.fram.app.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Unit;
import org.jspecify.annotations.Nullable;

/// How an engagement stood on a day, in words. What is kept says the same for ever, whatever becomes of the rows on
/// which it rests.
///
/// @param engagement what it was called
/// @param day on which it was made, where the engagement is
/// @param zone in which its days begin and end
/// @param areas in the order in which they are read
public record StatusReport(
        String engagement,
        LocalDate day,
        String zone,
        @JsonPropertyDescription("The worst of its areas.") Light light,
        List<Area> areas) {

    /// The key of the area that says how likely the target date is, and of the figure.
    private static final String DATE = "date";
    private static final String PROBABILITY = "probability";

    public StatusReport {
        areas = List.copyOf(areas);
    }

    /// How a part of it stands.
    ///
    /// @param key the same in each report
    /// @param computed by the rule
    /// @param seen what somebody put in its place, or null
    /// @param path below the engagement’s address
    public record Area(
            String key,
            String title,
            Light computed,
            @Nullable Seen seen,
            String because,
            String rule,
            String path,
            List<Figure> figures,
            List<Line> lines,
            List<Dated> dates) {

        public Area {
            figures = List.copyOf(figures);
            lines = List.copyOf(lines);
            dates = List.copyOf(dates);
        }

        /// What it is shown as.
        public Light light() {
            return seen == null ? computed : seen.light();
        }
    }

    /// That somebody sees an area otherwise than its rule.
    ///
    /// @param until the last day on which it holds
    public record Seen(Light light, String reason, String by, LocalDate until) {}

    /// A figure; its number is in the unit that it names.
    public record Figure(
            String key,
            String name,
            Unit unit,
            BigDecimal number,
            @Nullable String currency,
            Better better) {}

    /// Something that somebody should look at.
    public record Line(
            String key,
            String ref,
            String text,
            String who,
            @Nullable LocalDate due,
            String note,
            String path) {}

    /// Something with a date that may slip.
    public record Dated(String key, String ref, String text, LocalDate day, List<String> after, String path) {

        public Dated {
            after = List.copyOf(after);
        }
    }

    /// How likely the target date is, in whole percent; empty where nobody knows.
    public Optional<Integer> probability() {
        return figure(DATE, PROBABILITY).map(figure -> figure.number().intValue());
    }

    /// The area of a key.
    public Optional<Area> area(String key) {
        return areas.stream().filter(area -> area.key().equals(key)).findFirst();
    }

    /// The figure of an area.
    public Optional<Figure> figure(String area, String key) {
        return area(area).stream()
                .flatMap(one -> one.figures().stream())
                .filter(figure -> figure.key().equals(key))
                .findFirst();
    }

    Stream<Dated> dates() {
        return areas.stream().flatMap(area -> area.dates().stream());
    }
}
