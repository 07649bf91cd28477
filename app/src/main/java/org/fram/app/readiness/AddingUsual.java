package org.fram.app.readiness;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Site;
import org.fram.app.engagement.Sites;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Beginning the register of sign-offs with what is usual: of that, each person chooses what is wanted. What is there
/// already is not offered.
@Component
public class AddingUsual {

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final Sites sites;
    private final Readiness readiness;
    private final Register register;

    AddingUsual(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            Sites sites,
            Readiness readiness,
            Register signOffsRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.sites = sites;
        this.readiness = readiness;
        this.register = signOffsRegister;
    }

    /// A sign-off that is offered.
    ///
    /// @param key by which one chooses it
    /// @param site where it is signed off; empty where it is for all
    /// @param due the day by which it is usually signed off, or null while no go-live date is known
    public record Offer(
            String key,
            SignOffKind kind,
            String site,
            String what,
            String why,
            String owner,
            @Nullable LocalDate due) {}

    /// What is offered: for all sites first, then site by site. Is asked within a transaction of whoever looks.
    public List<Offer> offers(EngagementId engagement) {
        var known = new HashSet<String>();
        readiness.signOffs(engagement).forEach(row -> known.add(known(row)));
        var one = engagements.get(engagement);
        var usual = UsualSignOffs.all();
        return Stream.concat(
                        usual.stream().filter(entry -> !entry.eachSite()).map(entry -> offer(one, entry, null)),
                        sites.of(engagement).stream()
                                .flatMap(site -> usual.stream()
                                        .filter(UsualSignOffs.Usual::eachSite)
                                        .map(entry -> offer(one, entry, site))))
                .filter(offer -> !known.contains(known(offer.what(), offer.site())))
                .toList();
    }

    /// Adds what was chosen; what is there by now is passed over.
    ///
    /// @return how many are new
    public int add(Actor.Person me, EngagementId engagement, Set<String> chosen) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var rows = offers(engagement).stream()
                    .filter(offer -> chosen.contains(offer.key()))
                    .map(AddingUsual::row)
                    .toList();
            return register.acts().addAll(register, me, engagement, rows).size();
        });
    }

    private static Offer offer(Engagement engagement, UsualSignOffs.Usual usual, @Nullable Site site) {
        var goLive = engagement.targetGoLive();
        return new Offer(
                site == null ? usual.id() : usual.id() + "@" + site.id(),
                usual.kind(),
                site == null ? "" : site.name(),
                usual.what(),
                usual.why(),
                usual.owner(),
                goLive == null ? null : goLive.minusDays(usual.days()));
    }

    private static Map<String, @Nullable Object> row(Offer offer) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("text", offer.what());
        row.put("kind", offer.kind().code());
        row.put("site", offer.site().isEmpty() ? null : offer.site());
        row.put("owner", offer.owner());
        row.put("due", offer.due());
        row.put("remark", offer.why());
        return row;
    }

    private static String known(Row row) {
        return known(Objects.toString(row.get("text"), ""), Objects.toString(row.get("site"), ""));
    }

    private static String known(String what, String site) {
        return (what.strip() + "\n" + site.strip()).toLowerCase(Locale.ROOT);
    }
}
