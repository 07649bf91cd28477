package org.fram.app.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.price.Tier;

/// Tiers of a price as people write them: `1000: 0.05; 5000: 0.04` says that what is above 1,000 costs 0.05 each,
/// and what is above 5,000 costs 0.04. Points stand before decimals, and nothing between thousands.
final class TierText {

    private static final Pattern TIER =
            Pattern.compile("\\s*(\\d{1,20}(?:\\.\\d{1,20})?)\\s*:\\s*(-?\\d{1,20}(?:\\.\\d{1,20})?)\\s*");

    private TierText() {}

    /// The tiers; empty where the text is not written like that.
    static Optional<List<Tier>> read(String text) {
        var tiers = new ArrayList<Tier>();
        for (String part : text.split(";", -1)) {
            // A semicolon at the end is no tier.
            if (part.isBlank() && !tiers.isEmpty()) {
                continue;
            }
            var matcher = TIER.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            tiers.add(new Tier(new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2))));
        }
        return Optional.of(tiers);
    }
}
