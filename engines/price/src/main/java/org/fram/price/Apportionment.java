package org.fram.price;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// An amount in parts by weight, by largest remainders (Hamilton's method): each part is within one smallest unit
/// of its exact share, and together they are the amount.
final class Apportionment {

    private Apportionment() {}

    /// Parts of an amount, as many as there are weights, in their order and with the amount's decimals. All are
    /// zero where all weights are; the amount has to be zero then.
    ///
    /// Of equal remainders the heavier is served first, so who stands first matters to none but equals.
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var whole = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toList();
        var sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            if (amount.signum() != 0) {
                throw new IllegalArgumentException("%s has nobody to go to.".formatted(amount));
            }
            return weights.stream().map(_ -> amount).toList();
        }
        var units = amount.unscaledValue();
        var parts = new BigInteger[whole.size()];
        var remainders = new BigInteger[whole.size()];
        for (int at = 0; at < parts.length; at++) {
            var divided = units.multiply(whole.get(at)).divideAndRemainder(sum);
            parts[at] = divided[0];
            remainders[at] = divided[1];
        }
        int left = units.subtract(Arrays.stream(parts).reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(at -> remainders[at])
                        .thenComparing(whole::get)
                        .reversed())
                .limit(left)
                .forEach(at -> parts[at] = parts[at].add(BigInteger.ONE));
        return Arrays.stream(parts)
                .map(part -> new BigDecimal(part, amount.scale()))
                .toList();
    }
}
