package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.Side;

/// Which side each party is on: by its role words, by the title, else by what it does and is paid for.
final class PartySides {

    private static final Pattern VENDOR_WORK = Pattern.compile(
            "(?i)\\b(workshops?|tenant|configur\\w*|build|integration|checkout|class|training|health check|releases|licen[cs]es|install\\w*|deliver\\w*|platform|design)\\b");
    private static final Pattern BUYER_WORK = Pattern.compile(
            "(?i)\\b(sign-off|approv\\w*|access|available|rooms?|decisions?|net \\d+|at signature|policies|policy|our data|firewall|subject matter experts?|work rules|payment|pay)\\b");
    private static final Pattern CARRIER_NAME = Pattern.compile(
            "(?i).*\\b(voice|telecom\\w*|networks|communications|carrier|telephone|wireless|fiber|fibre|broadband)\\b.*");
    private static final Pattern PARTNER_NAME =
            Pattern.compile("(?i).*\\b(consult\\w*|partners?|advisory|training|services)\\b.*");
    private static final Set<String> VENDOR_VERBS = WordLists.of("vendorVerbs");
    private static final Set<String> BUYER_VERBS = WordLists.of("buyerVerbs");

    private static final int MONEY = 3;
    private static final int CONTRACTING = 100;
    private static final int TYPICAL = 10;

    private final Roster roster;
    private final Introductions introductions;
    private final Map<Organisation, Acts> acts = new HashMap<>();

    private PartySides(Roster roster, Introductions introductions) {
        this.roster = roster;
        this.introductions = introductions;
    }

    /// Gives each organisation its side.
    static void decide(Roster roster, Introductions introductions, List<String> texts) {
        var sides = new PartySides(roster, introductions);
        sides.byRole();
        roster.index();
        for (var organisation : roster.all()) {
            sides.acts.put(organisation, Acts.of(organisation, texts));
        }
        sides.likeliest(Side.VENDOR, Acts::vendor);
        sides.likeliest(Side.BUYER, Acts::buyer);
        sides.others();
    }

    private void byRole() {
        for (var organisation : roster.all()) {
            for (var alias : organisation.aliases()) {
                var side = PartyRoles.side(alias);
                if (side != null && (organisation.side() == null || PartyRoles.isStrong(alias))) {
                    organisation.side(side);
                }
            }
        }
    }

    private interface Typical {
        int of(Acts acts);
    }

    /// Where nobody is on a side yet, the organisation that acts most as that side does.
    private void likeliest(Side side, Typical typical) {
        if (roster.on(side) != null) {
            return;
        }
        roster.all().stream()
                .filter(organisation -> organisation.side() == null)
                .max(Comparator.comparingInt(organisation -> weight(organisation, typical)))
                .ifPresent(organisation -> organisation.side(side));
    }

    private int weight(Organisation organisation, Typical typical) {
        var done = Objects.requireNonNull(acts.get(organisation));
        return (introductions.isContracting(organisation.name()) ? CONTRACTING : 0)
                + TYPICAL * typical.of(done)
                + done.all;
    }

    private void others() {
        boolean carrierByName = roster.on(Side.CARRIER) != null;
        for (var organisation : roster.all()) {
            if (organisation.side() != null) {
                continue;
            }
            boolean carrier = !carrierByName
                    && CARRIER_NAME.matcher(organisation.name()).matches()
                    && roster.all().size() > 2
                    && !introductions.isContracting(organisation.name())
                    && !organisation.aliases().contains("we");
            boolean partner = PARTNER_NAME.matcher(organisation.name()).matches();
            organisation.side(carrier ? Side.CARRIER : partner ? Side.PARTNER : Side.OTHER);
        }
    }

    /// How often an organisation acts, and how often as a vendor or a buyer does.
    private static final class Acts {
        private int all;
        private int asVendor;
        private int asBuyer;

        static Acts of(Organisation organisation, List<String> texts) {
            var acts = new Acts();
            var names = new ArrayList<>(organisation.aliases());
            names.addAll(PartyNames.prefixes(organisation.name()));
            names.stream().map(Grammar::new).forEach(grammar -> texts.forEach(text -> acts.count(text, grammar)));
            return acts;
        }

        int vendor() {
            return asVendor - asBuyer;
        }

        int buyer() {
            return asBuyer - asVendor;
        }

        private void count(String text, Grammar grammar) {
            if (!text.contains(grammar.name)) {
                return;
            }
            if (text.endsWith("(" + grammar.name + ")") || text.startsWith(grammar.name + ":")) {
                all++;
                asVendor += VENDOR_WORK.matcher(text).find() ? 1 : 0;
                asBuyer += BUYER_WORK.matcher(text).find() ? 1 : 0;
            }
            var matcher = grammar.verb.matcher(text);
            while (matcher.find()) {
                var verb = matcher.group(1).toLowerCase(Locale.ROOT);
                boolean third = Verbs.isThirdPerson(verb);
                if (!third && !Verbs.isBase(verb)) {
                    continue;
                }
                var base = third && verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
                all++;
                asVendor += VENDOR_VERBS.contains(base) ? 1 : 0;
                asBuyer += BUYER_VERBS.contains(base) ? 1 : 0;
            }
            asVendor += grammar.isPaid.matcher(text).find() ? MONEY : 0;
            asBuyer += grammar.pays.matcher(text).find() ? MONEY : 0;
        }
    }

    /// The patterns of a name, compiled once for all texts.
    private static final class Grammar {
        private final String name;
        private final Pattern verb;
        private final Pattern isPaid;
        private final Pattern pays;

        Grammar(String name) {
            this.name = name;
            var quoted = "(?<![\\p{L}])" + Pattern.quote(name);
            this.verb = Pattern.compile(
                    quoted
                            + "(?:['’]s? [\\p{L} ]{2,30}?)? (?:(?:shall|will|must|agrees to|undertakes to|is to) )?(?:also |then )?(\\p{L}[\\p{L}\\-]+)");
            this.isPaid = Pattern.compile(
                    "(?i:invoices? (?:of|from)|payable to|proprietary to|prices? of|engineers? of|paid to) (?:the )?"
                            + quoted);
            this.pays = Pattern.compile(
                    "(?i:payable by|paid by|data of|customers of|employees of|on behalf of) (?:the )?" + quoted);
        }
    }
}
