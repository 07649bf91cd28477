package org.fram.app.change;

import java.util.UUID;
import org.fram.app.signing.SignatureRequest;

/// A change order that was put up for signature.
///
/// @param number among those of the engagement, from 1
public record ChangeOrder(UUID change, int number, SignatureRequest request) {

    /// As people call it.
    public String name() {
        return "CO-" + number;
    }
}
