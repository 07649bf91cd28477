/// Values as documents write them, made exact: numbers in digits and words, money, lengths of time, dates.
///
/// Begin with [Money] and [Numeral]. Each keeps the text it was read from and where it stands, so that a review can
/// quote it.
@NullMarked
package org.fram.review.values;

import org.jspecify.annotations.NullMarked;
