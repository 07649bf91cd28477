package org.fram.app.provisioning;

import java.util.List;
import java.util.stream.LongStream;
import org.fram.app.platform.register.PhoneNumber;
import org.fram.app.platform.texts.Text;

/// Numbers that follow each other: `+351 21 123 4500` to `+351 21 123 4599`, or to `99`.
///
/// @param first in the form of E.164
/// @param count at most [#MOST]
public record NumberRange(String first, int count) {

    /// Numbers that are entered at once.
    public static final int MOST = 10_000;

    /// What came of reading a range.
    public sealed interface Reading {

        record Read(NumberRange range) implements Reading {}

        record Refused(Text reason) implements Reading {}
    }

    /// Reads a range.
    ///
    /// @param from the first number
    /// @param to the last one, or its last digits alone; empty where there is one number
    public static Reading read(String from, String to) {
        var first = PhoneNumber.number(from);
        if (first.isEmpty()) {
            return new Reading.Refused(Text.of("register.refused.phone", from.strip()));
        }
        String last = last(first.get(), to);
        if (last.length() != first.get().length()) {
            return new Reading.Refused(Text.of("provisioning.range.refused.last", to.strip()));
        }
        // The sign and at most fifteen digits, which a long holds.
        long begin = Long.parseLong(first.get().substring(1));
        long count = Long.parseLong(last.substring(1)) - begin + 1;
        if (count < 1) {
            return new Reading.Refused(Text.of("provisioning.range.refused.order", last, first.get()));
        }
        return count > MOST
                ? new Reading.Refused(Text.of("provisioning.range.refused.many", count, MOST))
                : new Reading.Read(new NumberRange(first.get(), Math.toIntExact(count)));
    }

    /// The last number; empty where it is none.
    private static String last(String first, String to) {
        String written = to.strip();
        if (written.isEmpty()) {
            return first;
        }
        // What is no number of its own is the end of one, so 00 alone is no way abroad.
        var whole = PhoneNumber.number(written);
        boolean end = whole.isEmpty() && written.matches("\\d+") && written.length() < first.length() - 1;
        return end ? first.substring(0, first.length() - written.length()) + written : whole.orElse("");
    }

    /// Its numbers, in their order.
    public List<String> numbers() {
        long begin = Long.parseLong(first.substring(1));
        return LongStream.range(begin, begin + count)
                .mapToObj(number -> "+" + number)
                .toList();
    }

    /// The last number.
    public String last() {
        return "+" + (Long.parseLong(first.substring(1)) + count - 1);
    }
}
