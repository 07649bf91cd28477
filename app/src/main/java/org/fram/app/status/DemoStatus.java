package org.fram.app.status;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration’s status reports: one of each of ten weeks, in which the date slowly slips away,
/// and an area that somebody sees otherwise. Earlier weeks are written by taking back from the present one what
/// happened meanwhile.
@Component
@Order(DemoStatus.LAST)
class DemoStatus implements DemoPart {

    /// Its place among the parts of its stage: everything else is there.
    static final int LAST = 90;

    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    /// What the probability was above the present one, by weeks ago, the latest first.
    private static final List<Integer> ABOVE = List.of(3, 9, 14, 15, 22, 24, 33, 33, 41, 44);

    /// How many days what comes late was earlier, by weeks ago.
    private static final List<Integer> EARLIER = List.of(4, 9, 12, 12, 18, 20, 26, 26, 31, 33);

    private final StatusNow now;
    private final StatusReports reports;
    private final SteeringReports steering;
    private final Transactions transactions;
    private final Texts words = Texts.in(Locale.UK);
    private final InstantSource clock;

    DemoStatus(
            StatusNow now,
            StatusReports reports,
            SteeringReports steering,
            Transactions transactions,
            InstantSource clock) {
        this.now = now;
        this.reports = reports;
        this.steering = steering;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.OPERATIONS;
    }

    @Override
    public void add(Demo demo) {
        transactions.run(new Actor.InCommon(demo.customer().id()), () -> {
            var present = now.of(demo.engagement(), words);
            for (int weeks = ABOVE.size(); weeks > 0; weeks--) {
                var then = earlier(present, weeks);
                reports.keep(
                        demo.engagement(),
                        then,
                        null,
                        then.day()
                                .atTime(AFTERNOON)
                                .atZone(ZoneId.of(then.zone()))
                                .toInstant());
            }
        });
        steering.rhythm(demo.customer(), demo.engagement(), "5", AFTERNOON.toString());
        steering.see(
                demo.customer(),
                demo.engagement(),
                "actions",
                Light.GREEN,
                "What is overdue waits for the carrier’s date and is seen to under orders.",
                "");
    }

    private StatusReport earlier(StatusReport present, int weeks) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of(present.zone()))
                .with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
                .minusWeeks(weeks - 1L);
        var late = day.plusWeeks(2);
        var areas = present.areas().stream()
                .map(area -> new StatusReport.Area(
                        area.key(),
                        area.title(),
                        area.computed() == Light.RED && weeks > 2 ? Light.AMBER : area.computed(),
                        null,
                        area.because(),
                        area.rule(),
                        area.path(),
                        area.figures().stream()
                                .map(figure -> figure(figure, weeks))
                                .toList(),
                        area.lines().stream()
                                .skip(Math.min(1, area.lines().size() / 3))
                                .toList(),
                        IntStream.range(0, area.dates().size())
                                .mapToObj(k -> dated(area.dates().get(k), late, weeks))
                                .toList()))
                .toList();
        return new StatusReport(
                present.engagement(),
                day,
                present.zone(),
                Light.worst(areas.stream().map(StatusReport.Area::light).toList()),
                areas);
    }

    private static StatusReport.Figure figure(StatusReport.Figure figure, int weeks) {
        int above = ABOVE.get(weeks - 1);
        var number = switch (figure.key()) {
            case "probability" -> figure.number().add(BigDecimal.valueOf(above)).min(BigDecimal.valueOf(99));
            case "p50", "p80" -> figure.number().subtract(BigDecimal.valueOf(EARLIER.get(weeks - 1)));
            case "late", "overdue" ->
                figure.number().subtract(BigDecimal.valueOf(weeks)).max(BigDecimal.ZERO);
            case "open" -> figure.number().subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
            default -> figure.number();
        };
        return new StatusReport.Figure(
                figure.key(), figure.name(), figure.unit(), number, figure.currency(), figure.better());
    }

    /// What is still far away was nearer then, with what waits for it.
    private static StatusReport.Dated dated(StatusReport.Dated dated, LocalDate late, int weeks) {
        boolean moves = dated.key().startsWith("order") || dated.key().startsWith("activity");
        return moves && dated.day().isAfter(late.plusMonths(2))
                ? new StatusReport.Dated(
                        dated.key(),
                        dated.ref(),
                        dated.text(),
                        dated.day().minusDays(EARLIER.get(weeks - 1)),
                        dated.after(),
                        dated.path())
                : dated;
    }
}
