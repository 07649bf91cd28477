package org.fram.app.meeting.web;

import org.fram.app.engagement.EngagementHead;

/// Beginning a meeting now, on a page of its own.
public record NowPage(EngagementHead head, MeetingsPage.NowForm form, String refusal) {}
