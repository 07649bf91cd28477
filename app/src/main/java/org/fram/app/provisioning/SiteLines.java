package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fram.app.engagement.Site;
import org.fram.app.engagement.Sites;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.provisioning.Bandwidth.Coding;
import org.springframework.stereotype.Component;

/// What the calls of sites need, and what their circuits have. Sites are the same where their names are, whatever the
/// case. Is asked within a transaction.
@Component
public class SiteLines {

    private static final int USUAL_INTERVAL = 20;
    private static final int KILO = 3;

    private final Rows rows;
    private final Register siteCalls;
    private final Sites sites;

    SiteLines(Rows rows, Register siteCallsRegister, Sites sites) {
        this.rows = rows;
        this.siteCalls = siteCallsRegister;
        this.sites = sites;
    }

    /// Whether circuits have what calls need.
    public enum Enough implements Code {
        /// What is ordered is enough.
        ENOUGH(Tone.GOOD),
        /// It is enough once all is ordered that is on the list.
        ONCE_ORDERED(Tone.WARN),
        TOO_LITTLE(Tone.BAD),
        /// No circuit of the site says its bandwidth.
        NO_CIRCUIT(Tone.WARN),
        /// Nobody has said how many calls there are, and how they are coded.
        UNKNOWN(Tone.CALM);

        private final Tone tone;

        Enough(Tone tone) {
            this.tone = tone;
        }

        /// How good or bad that is.
        public Tone tone() {
            return tone;
        }
    }

    /// A site with its calls and circuits.
    ///
    /// @param row of the register of calls
    /// @param coding empty where the codec is not known
    /// @param needed by its calls, in Mbit/s in each direction; empty where that is unknown
    /// @param ordered by circuits that are ordered or there, in Mbit/s
    /// @param planned by circuits that are not ordered yet, in Mbit/s
    public record SiteLine(
            Row row,
            Optional<Coding> coding,
            Optional<BigDecimal> needed,
            BigDecimal ordered,
            BigDecimal planned,
            Enough enough) {

        /// The name of the site.
        public String site() {
            return String.valueOf(row.get("text"));
        }
    }

    /// The sites for which calls are kept.
    ///
    /// @param orders all of the engagement
    public List<SiteLine> of(EngagementId engagement, List<Order> orders) {
        return rows.all(siteCalls, engagement, Query.ALL).stream()
                .map(row -> line(row, orders))
                .toList();
    }

    /// The names of the engagement's sites for which none are kept.
    public List<String> without(EngagementId engagement, List<SiteLine> lines) {
        var kept = new ArrayList<String>();
        lines.forEach(line -> kept.add(key(line.site())));
        return sites.of(engagement).stream()
                .map(Site::name)
                .filter(name -> !kept.contains(key(name)))
                .toList();
    }

    static SiteLine line(Row row, List<Order> orders) {
        var coding = coding(row);
        var needed = coding.filter(_ -> row.get("calls") != null).map(coded -> needed(row, coded));
        var circuits = orders.stream()
                .filter(order -> order.kind() == OrderKind.CIRCUIT)
                .filter(order -> order.word("site")
                        .filter(site -> key(site).equals(key(String.valueOf(row.get("text")))))
                        .isPresent())
                .toList();
        var ordered = sum(circuits, true);
        var planned = sum(circuits, false);
        return new SiteLine(row, coding, needed, ordered, planned, enough(needed, ordered, planned));
    }

    private static Enough enough(Optional<BigDecimal> needed, BigDecimal ordered, BigDecimal planned) {
        if (needed.isEmpty()) {
            return Enough.UNKNOWN;
        }
        if (ordered.signum() == 0 && planned.signum() == 0) {
            return Enough.NO_CIRCUIT;
        }
        if (ordered.compareTo(needed.get()) >= 0) {
            return Enough.ENOUGH;
        }
        return ordered.add(planned).compareTo(needed.get()) >= 0 ? Enough.ONCE_ORDERED : Enough.TOO_LITTLE;
    }

    private static Optional<Coding> coding(Row row) {
        if (!(row.get("codec") instanceof String code)) {
            return Optional.empty();
        }
        var codec = Codec.of(code);
        int usual = USUAL_INTERVAL % codec.frame() == 0 ? USUAL_INTERVAL : codec.frame();
        int interval = row.get("interval") instanceof BigDecimal said ? said.intValue() : usual;
        var link =
                row.get("link") instanceof String said ? Code.of(Bandwidth.Link.class, said) : Bandwidth.Link.ETHERNET;
        return Optional.of(new Coding(codec, interval, link, Boolean.TRUE.equals(row.get("encrypted"))));
    }

    private static BigDecimal needed(Row row, Coding coding) {
        int calls = row.get("calls") instanceof BigDecimal many ? many.intValue() : 0;
        var headroom = row.get("headroom") instanceof BigDecimal percent ? percent : BigDecimal.ZERO;
        return Bandwidth.ofCalls(coding, calls, headroom).movePointLeft(KILO);
    }

    private static BigDecimal sum(List<Order> circuits, boolean ordered) {
        return circuits.stream()
                .filter(circuit -> ordered
                        == (circuit.day("ordered").isPresent()
                                || circuit.day("delivered").isPresent()))
                .map(circuit -> circuit.row().get("bandwidth"))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String key(String site) {
        return site.strip().toLowerCase(Locale.ROOT);
    }
}
