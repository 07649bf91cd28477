package org.fram.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.fram.price.PriceEntry.Checked;
import org.jspecify.annotations.Nullable;

/// Lines of prices for tests: by hand, and drawn from a seed.
final class Lines {

    static final Currency EUR = Currency.getInstance("EUR");

    private Lines() {}

    static PriceEntry entry(Kind kind, @Nullable String quantity, @Nullable String price) {
        return new PriceEntry(
                kind,
                number(quantity),
                number(price),
                List.of(),
                Tiering.GRADUATED,
                null,
                null,
                Standing.AGREED,
                EUR,
                null);
    }

    static PriceEntry taxed(PriceEntry entry, String discount, String tax) {
        return new PriceEntry(
                entry.kind(),
                entry.quantity(),
                entry.unitPrice(),
                entry.tiers(),
                entry.tiering(),
                number(discount),
                number(tax),
                entry.standing(),
                entry.currency(),
                entry.conversion());
    }

    static PriceEntry tiered(PriceEntry entry, Tiering tiering, String... aboveAndPrice) {
        var tiers = new ArrayList<Tier>();
        for (int at = 0; at < aboveAndPrice.length; at += 2) {
            tiers.add(new Tier(new BigDecimal(aboveAndPrice[at]), new BigDecimal(aboveAndPrice[at + 1])));
        }
        return new PriceEntry(
                entry.kind(),
                entry.quantity(),
                entry.unitPrice(),
                tiers,
                tiering,
                entry.discount(),
                entry.tax(),
                entry.standing(),
                entry.currency(),
                entry.conversion());
    }

    static PriceEntry standing(PriceEntry entry, Standing standing) {
        return new PriceEntry(
                entry.kind(),
                entry.quantity(),
                entry.unitPrice(),
                entry.tiers(),
                entry.tiering(),
                entry.discount(),
                entry.tax(),
                standing,
                entry.currency(),
                entry.conversion());
    }

    static PriceEntry in(PriceEntry entry, @Nullable String currency, @Nullable String rate) {
        return new PriceEntry(
                entry.kind(),
                entry.quantity(),
                entry.unitPrice(),
                entry.tiers(),
                entry.tiering(),
                entry.discount(),
                entry.tax(),
                entry.standing(),
                currency == null ? null : Currency.getInstance(currency),
                rate == null ? null : new Conversion(new BigDecimal(rate), LocalDate.of(2027, 3, 1)));
    }

    static PriceLine good(PriceEntry entry) {
        return switch (entry.check()) {
            case Checked.Good(var line) -> line;
            case Checked.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    static PriceSheet sheet(String currency, List<PriceLine> lines) {
        return switch (PriceSheet.of(Currency.getInstance(currency), lines)) {
            case PriceSheet.Outcome.Added(var sheet) -> sheet;
            case PriceSheet.Outcome.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    static PriceSheet sheet(PriceEntry... entries) {
        return sheet("EUR", List.of(entries).stream().map(Lines::good).toList());
    }

    /// Lines of all kinds, with fine prices, tiers, discounts, few rates of tax, options and other currencies.
    static List<PriceLine> drawn(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<PriceLine>();
        int many = random.nextInt(0, 25);
        for (int at = 0; at < many; at++) {
            lines.add(drawn(random));
        }
        return lines;
    }

    static PriceLine drawn(Random random) {
        var kind = one(random, List.of(Kind.values()));
        var tiers = new ArrayList<Tier>();
        var above = BigDecimal.ZERO;
        for (int left = kind.counted() ? random.nextInt(0, 4) : 0; left > 0; left--) {
            above = above.add(decimal(random, 3_000_000, 3)).add(BigDecimal.ONE);
            tiers.add(new Tier(above, decimal(random, 90_000, 4)));
        }
        boolean foreign = random.nextInt(8) == 0;
        var entry = new PriceEntry(
                kind,
                kind.counted() ? decimal(random, 9_000_000, random.nextInt(0, 4)) : null,
                decimal(random, 90_000, random.nextInt(0, 5)),
                tiers,
                random.nextBoolean() ? Tiering.GRADUATED : Tiering.VOLUME,
                random.nextBoolean() ? decimal(random, 1001, 1).min(BigDecimal.valueOf(100)) : null,
                List.of(BigDecimal.ZERO, new BigDecimal("19"), new BigDecimal("19.00"), new BigDecimal("7.7"))
                        .get(random.nextInt(4)),
                one(random, List.of(Standing.values())),
                Currency.getInstance(foreign ? "JPY" : "EUR"),
                foreign ? new Conversion(new BigDecimal("0.006143"), LocalDate.of(2027, 3, 1)) : null);
        return good(entry);
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    static BigDecimal decimal(Random random, int bound, int decimals) {
        return BigDecimal.valueOf(random.nextInt(bound), decimals);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
