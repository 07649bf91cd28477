package org.fram.app.price.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What the price of an engagement comes to. All amounts are text in one currency.
///
/// @param writable whether whoever looks may add lines
/// @param currency the code; empty where nothing has a price
/// @param refusal why it does not add up as a whole; empty where it does
/// @param optionSums what the options come to, and the price with all of them
/// @param notes what is missing or wrong, each with the ways to its rows
public record PricesPage(
        EngagementHead head,
        boolean writable,
        String currency,
        String refusal,
        List<KeyFigure> figures,
        List<Line> lines,
        List<Sum> sums,
        List<Line> options,
        List<Sum> optionSums,
        List<Payment> payments,
        List<PaidSum> paymentSums,
        List<Note> notes) {

    /// Whether there is nothing to show yet.
    public boolean empty() {
        return lines.isEmpty() && options.isEmpty() && payments.isEmpty();
    }

    /// A price line.
    ///
    /// @param how it is priced, with quantity and price of one
    /// @param net empty where it has no price
    /// @param standing what is to know of it beside its price; empty where nothing is
    public record Line(
            Link row,
            String text,
            String how,
            String discount,
            String tax,
            List<String> obligations,
            String net,
            String standing) {}

    /// A line of totals.
    ///
    /// @param strong whether it is one that others add up to
    public record Sum(String name, String amount, boolean strong) {}

    /// A payment.
    ///
    /// @param part its share or amount, as it was written
    public record Payment(
            Link row,
            String text,
            String due,
            String released,
            Tone tone,
            String state,
            String part,
            String net,
            String tax,
            String gross) {}

    /// A line of totals of the payments.
    public record PaidSum(String name, String net, String tax, String gross, boolean strong) {}

    /// Something that is missing or wrong.
    ///
    /// @param rows the ways to the rows of which it is said
    public record Note(List<Link> rows, String text) {}
}
