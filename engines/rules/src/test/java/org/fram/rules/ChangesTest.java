package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of checking again: it finds what checking all of it finds.
class ChangesTest {

    private static final Circumstances TODAY = Circumstances.on(LocalDate.of(2027, 3, 2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterAnyChangesTheVerdictsAreThoseOfCheckingEverything(long seed) {
        var random = new Random(seed);
        var catalogue = Catalogue.standard();
        var facts = FactsFile.read(
                "version: 1\nengagement: {kind: technology project}\nsow:\n  obligations:\n"
                        + IntStream.range(0, 30)
                                .mapToObj(i ->
                                        "  - {id: O-%d, text: The vendor does %d., kind: service}\n".formatted(i, i))
                                .collect(Collectors.joining()),
                "facts.yaml");
        var checked = catalogue.check(facts, TODAY);
        for (int step = 0; step < 30; step++) {
            facts = changed(facts, random);
            checked = catalogue.check(facts, checked);

            assertThat(checked.verdicts())
                    .as("step %d of seed %d", step, seed)
                    .isEqualTo(catalogue.check(facts, TODAY).verdicts());
        }
    }

    private static FactsDocument changed(FactsDocument facts, Random random) {
        var sow = SowFactsBuilder.builder(Objects.requireNonNull(facts.sow()));
        var obligations = new ArrayList<>(Objects.requireNonNull(sow.obligations()));
        int at = random.nextInt(obligations.size());
        switch (random.nextInt(6)) {
            case 0 -> obligations.remove(at);
            case 1 -> Collections.swap(obligations, at, 0);
            case 2 -> obligations.add(at, with(obligations.get(at), "N-" + random.nextInt(), random));
            case 3 -> {
                var engagement = Objects.requireNonNull(facts.engagement());
                return FactsDocumentBuilder.builder(facts)
                        .engagement(EngagementFactsBuilder.builder(engagement)
                                .holidays(
                                        random.nextBoolean()
                                                ? List.of(LocalDate.of(2027, 3, random.nextInt(1, 28)))
                                                : null)
                                .build())
                        .build();
            }
            case 4 -> sow.topics(random.nextBoolean() ? List.of() : null);
            default ->
                obligations.set(
                        at, with(obligations.get(at), obligations.get(at).id(), random));
        }
        return FactsDocumentBuilder.builder(facts)
                .sow(sow.obligations(List.copyOf(obligations)).build())
                .build();
    }

    private static ObligationFact with(ObligationFact obligation, String id, Random random) {
        return SowFactsObligationFactBuilder.builder(obligation)
                .id(id)
                .accountable(random.nextBoolean() ? "Kestrel" : null)
                .role(random.nextBoolean() ? "engineer" : null)
                .dueDate(random.nextBoolean() ? LocalDate.of(2027, 3, random.nextInt(1, 28)) : null)
                .build();
    }
}
