package org.fram.app.raid.web;

import org.fram.app.engagement.EngagementHead;

/// Noting an action on a page of its own.
public record NotePage(EngagementHead head, NoteForm form) {}
