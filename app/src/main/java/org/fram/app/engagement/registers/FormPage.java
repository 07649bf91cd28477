package org.fram.app.engagement.registers;

import java.util.List;
import org.fram.app.platform.register.RegisterPage.Editor;

/// What the form of a row shows.
///
/// @param register its title
/// @param address of the register
/// @param action where the form goes
/// @param known whether the row is there already
/// @param overtaken whether somebody else changed it in the meantime
/// @param editable whether the reader may change it
/// @param history what happened to it, the newest first
public record FormPage(
        String register,
        String title,
        String address,
        String action,
        List<Editor> editors,
        boolean known,
        boolean overtaken,
        boolean editable,
        List<HistoryLine> history) {}
