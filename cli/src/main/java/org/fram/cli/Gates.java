package org.fram.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.fram.facts.Gate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Gates on the command line, in the words of practices: `sign` … `hand-off`.
final class Gates implements ITypeConverter<Gate>, Iterable<String> {

    private static final List<String> WORDS =
            Arrays.stream(Gate.values()).map(Gates::word).toList();

    static String word(Gate gate) {
        return gate.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Gate convert(String word) {
        return Arrays.stream(Gate.values())
                .filter(gate -> word(gate).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'%s' is no gate; it is one of: %s".formatted(word, String.join(", ", WORDS))));
    }

    @Override
    public Iterator<String> iterator() {
        return WORDS.iterator();
    }
}
