package org.fram.app.meeting.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;

/// The form of a series, new or to be changed.
///
/// @param address to which it goes
/// @param back where one goes without saving
/// @param version of the series that is changed; empty for a new one
/// @param fixed whether a meeting was due already, so that its days stay
/// @param outside whether the person may invite people who are no members
public record SeriesFormPage(
        EngagementHead head,
        String title,
        String address,
        String back,
        String version,
        boolean fixed,
        boolean outside,
        SeriesForm form,
        List<Choice> kinds,
        List<Choice> units,
        List<Choice> zones,
        List<Choice> leaders,
        List<Choice> people,
        String refusal) {}
