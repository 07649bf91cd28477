package org.fram.app.engagement.registers;

import java.util.List;
import java.util.Set;
import org.fram.app.platform.register.RegisterPage.Editor;

/// What the form for several rows shows.
///
/// @param register its title
/// @param address of the register
/// @param query to come back to
/// @param rows ids and versions, as selections send them
/// @param ticked the keys of the columns that are to be changed
public record ManyPage(
        String register, String address, String query, List<String> rows, List<Editor> editors, Set<String> ticked) {}
