package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// The risks of an engagement at a glance.
///
/// @param matrices before and after the responses; none where there is no risk
/// @param lines the risks that may still happen, the most days first
/// @param unplaced how many of them stand in no field of the matrix
/// @param open the categories that nobody considered, to choose from
public record RisksPage(
        EngagementHead head,
        String address,
        List<KeyFigure> figures,
        List<Matrix> matrices,
        List<Line> lines,
        int unplaced,
        List<Trigger> triggers,
        List<Category> categories,
        List<Choice> open,
        List<Choice> reviews,
        List<String> gone,
        boolean writes,
        String refusal) {

    /// The risk matrix as a picture: how likely upwards, how hard to the right.
    ///
    /// @param columns names of its columns, with their middle
    /// @param rows names of its rows, with their middle
    public record Matrix(
            String title, String told, List<Field> fields, List<Name> columns, List<Name> rows, List<Dot> dots) {}

    /// A field of the matrix.
    ///
    /// @param weight how heavy what stands in it is: low, medium or high
    public record Field(String x, String y, String weight) {}

    /// A name beside the matrix.
    public record Name(String at, String text) {}

    /// A risk in the matrix.
    public record Dot(String x, String y, int number, String address, String title) {}

    /// A risk.
    ///
    /// @param number in the matrix
    /// @param before what it would cost before the response, and after it
    /// @param simulated what it costs of the P80 date, or empty
    public record Line(
            int number,
            Link risk,
            String text,
            String owner,
            String before,
            String after,
            String simulated,
            String exercised) {}

    /// The trigger of a risk.
    ///
    /// @param lines what each part of it gave
    /// @param missing what is not known, or empty
    public record Trigger(
            String id,
            Link risk,
            String text,
            String expression,
            Tone tone,
            String state,
            List<String> lines,
            String missing) {}

    /// A category of risks.
    public record Category(String name, Tone tone, String state) {}
}
