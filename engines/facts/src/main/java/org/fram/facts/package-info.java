/// The published language: what can be said about an engagement, as plain records. No logic.
@NullMarked
package org.fram.facts;

import org.jspecify.annotations.NullMarked;
