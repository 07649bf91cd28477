package org.fram.rules;

/// A checked expression, or a part of one, ready to be evaluated.
///
/// A value is a `Boolean`, `Long`, `Double`, `String`, `LocalDate`, [Days], a list, a map, a record of facts,
/// or [Unknown]; never null.
@FunctionalInterface
interface Code {

    Object value(Frame frame);
}
