package org.fram.price;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How an amount in another currency becomes one in the sheet's.
///
/// @param rate what one unit of the other currency is worth in the sheet's
/// @param day of which the rate is
public record Conversion(BigDecimal rate, LocalDate day) {}
