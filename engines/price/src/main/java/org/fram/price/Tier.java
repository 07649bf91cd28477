package org.fram.price;

import java.math.BigDecimal;

/// A price of its own for what is above a quantity.
///
/// @param above the quantity above which the price holds, itself not included
/// @param price of one
public record Tier(BigDecimal above, BigDecimal price) {}
