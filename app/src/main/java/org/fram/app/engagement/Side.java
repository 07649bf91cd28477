package org.fram.app.engagement;

import org.fram.app.platform.access.Code;

/// On which side of the table a party sits.
public enum Side implements Code {
    /// The customer.
    BUYER,
    VENDOR,
    /// Integrates or implements together with the vendor.
    PARTNER,
    CARRIER,
    OUTSOURCER,
    /// Tests for the others.
    TESTER,
    OTHER
}
