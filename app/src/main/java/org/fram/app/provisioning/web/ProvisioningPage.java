package org.fram.app.provisioning.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What is ordered and what must be, for people.
///
/// @param writable whether whoever looks may add to it
/// @param empty whether nothing is kept yet
/// @param picture of the orders that have not come
/// @param without names of sites for which nobody has said how many calls there are
public record ProvisioningPage(
        EngagementHead head,
        boolean writable,
        boolean empty,
        List<KeyFigure> figures,
        List<Note> notes,
        Picture picture,
        List<Line> lines,
        List<Site> sites,
        List<String> without) {

    public ProvisioningPage {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        sites = List.copyOf(sites);
        without = List.copyOf(without);
    }

    /// Orders over time. Places are in percent of the width.
    ///
    /// @param summary what it shows, in a sentence
    /// @param today where today is
    public record Picture(String summary, String today, List<Tick> ticks, List<Bar> bars) {

        public Picture {
            ticks = List.copyOf(ticks);
            bars = List.copyOf(bars);
        }
    }

    /// The first day of a month.
    public record Tick(String at, String name) {}

    /// An order in the picture.
    ///
    /// @param spread from the last day that is safe to the last one
    /// @param body from the last day for ordering until it is needed, or from its order until it comes
    /// @param need where it is needed, or empty
    /// @param supplier where the supplier's date is, or empty
    /// @param foc where the firm order commitment is, or empty
    /// @param words all of it, for those who do not see it
    public record Bar(
            Link row,
            String name,
            Tone tone,
            String state,
            Stretch spread,
            Stretch body,
            String need,
            String supplier,
            String foc,
            String words) {}

    /// A part of a bar.
    ///
    /// @param width empty where there is none
    public record Stretch(String from, String width) {

        static final Stretch NONE = new Stretch("", "");
    }

    /// An order in the table.
    ///
    /// @param how long it takes, and where that is known from
    public record Line(
            Link row,
            String name,
            String kind,
            String owner,
            String orderBy,
            String slack,
            String need,
            String how,
            String expected,
            Tone tone,
            String state) {}

    /// Something that holds an order up.
    public record Note(Link row, String name, String text) {}

    /// A site with what its calls need and its circuits have.
    public record Site(
            Link row,
            String name,
            String calls,
            String coding,
            String perCall,
            String needed,
            String has,
            Tone tone,
            String state) {}
}
