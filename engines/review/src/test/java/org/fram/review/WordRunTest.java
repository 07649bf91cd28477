package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.review.WordRun.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordRunTest {

    @Test
    void equalTextsAreOneRun() {
        assertThat(WordRun.between("a b", "a  b")).containsExactly(new WordRun(Kind.SAME, "a b"));
        assertThat(WordRun.between("", " ")).isEmpty();
    }

    @Test
    void whatIsReplacedIsDeletedAndThenInserted() {
        assertThat(WordRun.between("within 30 business days", "within ten days"))
                .containsExactly(
                        new WordRun(Kind.SAME, "within"),
                        new WordRun(Kind.DELETED, "30 business"),
                        new WordRun(Kind.INSERTED, "ten"),
                        new WordRun(Kind.SAME, "days"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theRunsMakeUpBothTexts(String before, String after) {
        var runs = WordRun.between(before, after);

        assertThat(joined(runs.stream().filter(run -> run.kind() != Kind.INSERTED)))
                .isEqualTo(before);
        assertThat(joined(runs.stream().filter(run -> run.kind() != Kind.DELETED)))
                .isEqualTo(after);
    }

    @Test
    void textsOfManyPagesAreStillTold() {
        var random = new Random(5);
        var before = words(random, 30_000);
        var after = "x " + words(random, 30_000);

        assertThat(joined(WordRun.between(before, after).stream().filter(run -> run.kind() != Kind.DELETED)))
                .isEqualTo(after);
    }

    private static Stream<Arguments> texts() {
        var random = new Random(20_260_301);
        return Stream.generate(() -> Arguments.of(words(random, random.nextInt(12)), words(random, random.nextInt(12))))
                .limit(200);
    }

    private static String words(Random random, int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> Character.toString('a' + random.nextInt(4)))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Stream<WordRun> runs) {
        return runs.map(WordRun::text).collect(Collectors.joining(" "));
    }
}
