/// Engagements, to programs.
@NullMarked
package org.fram.app.engagement.rest;

import org.jspecify.annotations.NullMarked;
