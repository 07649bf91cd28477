package org.fram.app.status;

import java.time.LocalDate;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.PersonId;

/// That somebody sees an area otherwise than its rule.
///
/// @param area key of the area
/// @param until the last day on which it holds
public record OtherLight(String area, Light light, String reason, LocalDate until, PersonId by) {}
