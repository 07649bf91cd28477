package org.fram.app.platform.register;

import gg.jte.Content;
import java.util.List;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.PageLinks;
import org.jspecify.annotations.Nullable;

/// What the page of a register shows.
///
/// @param address of the register
/// @param query the present one as parameters, to be kept over a change
/// @param count of the rows that match, for people
/// @param narrowed whether fewer than all rows are asked for
/// @param editable whether the reader changes rows
/// @param open the rows that are not done with, or null where nothing is to be done
/// @param message what was just done, or empty
/// @param undo the address that takes it back, or empty
/// @param editors one for each column that is edited, from which the cells' editors are made
public record RegisterPage(
        String name,
        String address,
        String query,
        String search,
        String count,
        boolean empty,
        boolean narrowed,
        boolean editable,
        List<Head> heads,
        List<Line> lines,
        List<Chip> chips,
        List<Filter> filters,
        List<Choice> columns,
        List<Choice> sizes,
        @Nullable Link open,
        List<View> views,
        PageLinks paging,
        String message,
        String undo,
        List<Editor> editors) {

    /// The head of a column.
    ///
    /// @param address of the page ordered by it
    /// @param sorted `ascending`, `descending` or null
    /// @param width `wide`, or how the column is edited: it needs room for that
    public record Head(
            String key,
            String title,
            String address,
            @Nullable String sorted,
            String width) {}

    /// A row.
    ///
    /// @param key its id and version, as selections send them
    /// @param number its number as the register shows it, or null where it leads to the form
    public record Line(
            String key,
            String ref,
            String address,
            @Nullable Content number,
            List<RowCell> cells) {}

    /// A cell, which is also sent alone after a change.
    ///
    /// @param title of its column
    /// @param kind how it is edited
    /// @param value as its editor has it
    /// @param address to which a change is sent, or empty where the reader changes nothing
    /// @param custom a template of its own in place of the text, or null
    /// @param problem why a change was not stored, or empty
    /// @param tried what somebody wanted, where it was not stored
    /// @param overtaken whether somebody else was first; text and value are theirs then
    public record RowCell(
            String column,
            String title,
            String kind,
            String text,
            String value,
            String address,
            @Nullable Content custom,
            String problem,
            String tried,
            boolean overtaken) {}

    /// Something by which rows are narrowed, and the address without it.
    public record Chip(String text, String address) {}

    /// A field of the filters.
    ///
    /// @param kind the editor's
    /// @param value the present one; the first where a range is filtered
    /// @param until the last where a range is filtered
    public record Filter(
            String key, String title, CellType.Editor kind, String value, String until, List<Choice> choices) {}

    /// A field for the value of a column.
    ///
    /// @param help what one should know who writes it, or empty
    /// @param error why what was written is refused, or empty
    /// @param theirs what somebody else saved in the meantime, where that differs, or empty
    /// @param seen what the writer saw first, as an editor has it
    public record Editor(
            String key,
            String title,
            CellType.Editor kind,
            String value,
            List<Choice> choices,
            String help,
            String error,
            String theirs,
            String seen) {}

    /// A kept query.
    ///
    /// @param removal the address that removes it, or empty where that is not the reader's to do
    public record View(Link link, boolean shared, String removal) {}
}
