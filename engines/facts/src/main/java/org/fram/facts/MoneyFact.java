package org.fram.facts;

/// An exact amount of money.
///
/// @param minorUnits of the currency (cents for USD), so that it is a whole number; negative for a credit
/// @param currency ISO 4217 code
public record MoneyFact(long minorUnits, String currency) {}
