package org.fram.app.sow.trace.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;

/// What the page shows on which one chooses a document to take requirements from.
///
/// @param trace the address of the page of all requirements
/// @param endings of names, as a browser wants them
public record ReadPage(EngagementHead head, String trace, List<Choice> sources, String endings, String refusal) {}
