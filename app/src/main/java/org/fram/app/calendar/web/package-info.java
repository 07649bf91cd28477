/// The pages of calendars, and the files of calendar programs.
@NullMarked
package org.fram.app.calendar.web;

import org.jspecify.annotations.NullMarked;
