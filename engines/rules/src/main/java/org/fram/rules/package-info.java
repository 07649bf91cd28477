/// Expressions over facts, and the practices that are made of them.
///
/// Begin with [Catalogue]: it holds practices read by [PackFile], checks the facts of an engagement and gives
/// a [Verdict] for each practice. [FactsFile] reads facts from YAML or JSON. An [Expression] is a text in the
/// Common Expression Language (CEL), checked against the records of the facts when it is read.
///
/// Nothing here knows a clock: today is a parameter. Values are immutable, and one catalogue serves many
/// threads.
@NullMarked
package org.fram.rules;

import org.jspecify.annotations.NullMarked;
