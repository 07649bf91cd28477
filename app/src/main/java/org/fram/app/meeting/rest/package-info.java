/// Meetings for programs.
@NullMarked
package org.fram.app.meeting.rest;

import org.jspecify.annotations.NullMarked;
