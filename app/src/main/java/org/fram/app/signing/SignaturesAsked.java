package org.fram.app.signing;

import java.util.List;

/// It is somebody's turn to sign. Is published within the transaction in which it came about.
///
/// @param next whose turn it has become
public record SignaturesAsked(SignatureRequest request, List<Signatory> next) {

    public SignaturesAsked {
        next = List.copyOf(next);
    }
}
