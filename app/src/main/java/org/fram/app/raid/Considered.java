package org.fram.app.raid;

import java.time.LocalDate;
import org.fram.app.platform.access.PersonId;

/// That somebody considered whether there are risks of a category.
///
/// @param note whom they asked, and what came of it
public record Considered(RiskCategory category, LocalDate day, String note, PersonId by) {}
