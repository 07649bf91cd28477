package org.fram.app.engagement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// What an engagement and what is in it needs, as a list.
final class EngagementRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUMMARY = 4_000;
    private static final int MOST_SEATS = 1_000_000;

    private static final int MOST_DOMAINS = 20;
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private EngagementRules() {}

    /// Domains as they are written: separated by commas or spaces, with or without an at sign.
    static List<String> domains(String written) {
        return Arrays.stream(written.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .toList();
    }

    static Optional<Text> refuseDomains(List<String> domains) {
        return domains.size() > MOST_DOMAINS
                ? Optional.of(Text.of("engagement.refused.domains", MOST_DOMAINS))
                : domains.stream()
                        .filter(domain -> domain.length() > LONGEST_NAME
                                || !DOMAIN.matcher(domain).matches())
                        .findFirst()
                        .map(domain -> Text.of("engagement.refused.domain", domain));
    }

    static Optional<Text> refuse(Terms terms) {
        return Stream.of(
                        refuseName(terms.name()),
                        refuseLonger(terms.summary(), LONGEST_SUMMARY, "engagement.refused.summary"),
                        refuseSeats(terms.seats()),
                        refuseSeats(terms.peakSeats()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Text> refuseName(String name) {
        return named(name) ? Optional.empty() : Optional.of(Text.of("engagement.refused.name", LONGEST_NAME));
    }

    static Optional<Text> refusePartyName(String name) {
        return named(name) ? Optional.empty() : Optional.of(Text.of("engagement.refused.partyName", LONGEST_NAME));
    }

    static Optional<Text> refuseSite(String name, @Nullable Integer seats) {
        return named(name) ? refuseSeats(seats) : Optional.of(Text.of("engagement.refused.siteName", LONGEST_NAME));
    }

    private static Optional<Text> refuseSeats(@Nullable Integer seats) {
        return seats == null || seats >= 1 && seats <= MOST_SEATS
                ? Optional.empty()
                : Optional.of(Text.of("engagement.refused.seats", MOST_SEATS));
    }

    private static Optional<Text> refuseLonger(String text, int longest, String key) {
        return text.strip().length() <= longest ? Optional.empty() : Optional.of(Text.of(key, longest));
    }

    private static boolean named(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }
}
