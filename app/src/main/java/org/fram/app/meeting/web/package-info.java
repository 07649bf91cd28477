/// The pages of meetings. Begin with [MeetingController], the page on which minutes are written.
@NullMarked
package org.fram.app.meeting.web;

import org.jspecify.annotations.NullMarked;
