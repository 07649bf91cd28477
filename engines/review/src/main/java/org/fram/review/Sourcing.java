package org.fram.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fram.facts.SourcingStrategy;
import org.jspecify.annotations.Nullable;

/// Where the technology of a statement of work runs, by the words that it uses most.
final class Sourcing {

    private static final Pattern CLOUD = SectionKind.wholeWords(WordLists.of("cloud"));
    private static final Pattern HOSTED = SectionKind.wholeWords(WordLists.of("hosted"));
    private static final Pattern PREMISES = SectionKind.wholeWords(WordLists.of("premises"));

    private Sourcing() {}

    /// The strategy; null where no statement speaks of one, mixed where two are spoken of equally often.
    static @Nullable SourcingStrategy of(List<Statement> statements) {
        long cloud = speakingOf(CLOUD, statements);
        long hosted = speakingOf(HOSTED, statements);
        long premises = speakingOf(PREMISES, statements);
        long most = Math.max(cloud, Math.max(hosted, premises));
        if (most == 0) {
            return null;
        }
        boolean several = (cloud == most ? 1 : 0) + (hosted == most ? 1 : 0) + (premises == most ? 1 : 0) > 1;
        if (several) {
            return SourcingStrategy.MIXED;
        }
        return cloud == most
                ? SourcingStrategy.CLOUD
                : hosted == most ? SourcingStrategy.HOSTED : SourcingStrategy.PREMISES;
    }

    private static long speakingOf(Pattern words, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> words.matcher(statement.quote().toLowerCase(Locale.ROOT))
                        .find())
                .count();
    }
}
