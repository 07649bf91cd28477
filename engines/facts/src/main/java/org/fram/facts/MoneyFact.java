package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
/// An exact amount of money.
///
/// @param minorUnits of the currency (cents for USD), so that it is a whole number; negative for a credit
/// @param currency ISO 4217 code

@RecordBuilder
public record MoneyFact(long minorUnits, String currency) {}
