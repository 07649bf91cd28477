package org.fram.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What may be known of an engagement before anybody is asked. A question names one of these to be
/// filled in from it.
public enum Known {
    /// Title of the engagement.
    TITLE,
    /// Name of the party on the side of the buyer.
    CUSTOMER,
    /// Name of the party on the side of the vendor.
    VENDOR,
    /// Sites, one each.
    SITES,
    /// How the customer sources the service: `premises`, `hosted` or `cloud`, with the spelling of the
    /// facts.
    SOURCING,
    /// The target date of go-live.
    GO_LIVE,
    /// Objectives, one each.
    OBJECTIVES,
    /// The currency of its money, as ISO 4217 spells it.
    CURRENCY;

    /// The name in templates.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Known> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Known::code).toList();
    }
}
