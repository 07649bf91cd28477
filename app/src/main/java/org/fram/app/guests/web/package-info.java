/// The pages of guests and for them.
@NullMarked
package org.fram.app.guests.web;

import org.jspecify.annotations.NullMarked;
