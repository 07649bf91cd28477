package org.fram.app.status;

import static fram.schema.status.Tables.REPORT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.BookedPeople;
import org.fram.app.engagement.BookedPeople.Booked;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Code;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All engagements of somebody at a glance, by the reports that were kept last, and who is booked in several. Is asked
/// within a transaction of whoever looks.
@Component
public class Portfolio {

    private final DSLContext database;
    private final Engagements engagements;
    private final ObjectProvider<BookedPeople> booked;

    Portfolio(DSLContext database, Engagements engagements, ObjectProvider<BookedPeople> booked) {
        this.database = database;
        this.engagements = engagements;
        this.booked = booked;
    }

    /// A report by what a portfolio shows of it.
    ///
    /// @param probability of the target date, in whole percent, or null
    public record Last(
            int number,
            LocalDate day,
            Light light,
            @Nullable Integer probability) {}

    /// An engagement, with its last report and the one before.
    public record Line(
            Engagement engagement,
            @Nullable Last last,
            @Nullable Last before) {}

    /// Somebody who is booked in several engagements.
    ///
    /// @param peak the most that is booked of them at once, in per cent of a full week
    /// @param from the first day of the most
    public record Shared(
            String name, Map<Engagement, List<Booked>> where, BigDecimal peak, LocalDate from, BigDecimal available) {

        /// Whether more is booked of them than there is.
        public boolean over() {
            return peak.compareTo(available) > 0;
        }
    }

    /// All engagements, the worst first.
    public List<Line> lines() {
        var place = DSL.rowNumber()
                .over()
                .partitionBy(REPORT.ENGAGEMENT_ID)
                .orderBy(REPORT.NUMBER.desc())
                .as("place");
        var newest = database.select(
                        REPORT.ENGAGEMENT_ID, REPORT.NUMBER, REPORT.DAY, REPORT.LIGHT, REPORT.PROBABILITY, place)
                .from(REPORT)
                .asTable("newest");
        var field = Objects.requireNonNull(newest.field(place));
        Map<UUID, List<Last>> reports = new HashMap<>();
        database.selectFrom(newest)
                .where(field.le(2))
                .orderBy(field)
                .forEach(row -> reports.computeIfAbsent(row.get(REPORT.ENGAGEMENT_ID), _ -> new ArrayList<>())
                        .add(new Last(
                                row.get(REPORT.NUMBER),
                                row.get(REPORT.DAY),
                                Code.of(Light.class, row.get(REPORT.LIGHT)),
                                row.get(REPORT.PROBABILITY))));
        return engagements.all().stream()
                .map(engagement -> {
                    var own = reports.getOrDefault(engagement.id().value(), List.of());
                    return new Line(
                            engagement, own.isEmpty() ? null : own.getFirst(), own.size() < 2 ? null : own.get(1));
                })
                .sorted(Comparator.comparing(line ->
                        line.last() == null ? Light.UNKNOWN : line.last().light()))
                .toList();
    }

    /// Who is booked in several from a day on, those first of whom most is booked.
    public List<Shared> shared(List<Line> lines, LocalDate today) {
        record Place(Engagement engagement, Booked booked) {}
        return lines.stream()
                .flatMap(line -> booked.stream()
                        .flatMap(people -> people.of(line.engagement().id()).stream())
                        .filter(one -> !one.ends().isBefore(today))
                        .map(one -> new Place(line.engagement(), one)))
                .collect(groupingBy(one -> one.booked().whose(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(places -> places.stream()
                                .map(one -> one.engagement().id())
                                .distinct()
                                .count()
                        > 1)
                .map(places -> {
                    var all = places.stream().map(Place::booked).toList();
                    Map<Engagement, List<Booked>> where = new LinkedHashMap<>();
                    places.forEach(one -> where.computeIfAbsent(one.engagement(), _ -> new ArrayList<>())
                            .add(one.booked()));
                    return peak(all, where, today);
                })
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Shared::peak).reversed())
                .toList();
    }

    /// The most is booked on a day on which a booking begins, or now.
    private static Optional<Shared> peak(List<Booked> all, Map<Engagement, List<Booked>> where, LocalDate today) {
        Shared most = null;
        for (var one : all) {
            var day = one.begins().isBefore(today) ? today : one.begins();
            var then = all.stream()
                    .filter(other ->
                            !other.begins().isAfter(day) && !other.ends().isBefore(day))
                    .toList();
            var sum = then.stream().map(Booked::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (most == null
                    || sum.compareTo(most.peak()) > 0
                    || sum.compareTo(most.peak()) == 0 && day.isBefore(most.from())) {
                var available = then.stream().map(Booked::available).min(BigDecimal::compareTo);
                most = new Shared(all.getFirst().name(), where, sum, day, available.orElse(BigDecimal.valueOf(100)));
            }
        }
        return Optional.ofNullable(most);
    }
}
