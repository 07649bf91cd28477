package org.fram.app.change;

import java.time.LocalDate;
import org.fram.app.platform.access.PersonId;
import org.fram.app.sow.SowId;

/// That people went through a statement of work.
///
/// @param next the day by which they go through it again
public record SowReview(SowId sow, LocalDate reviewed, LocalDate next, PersonId by) {}
