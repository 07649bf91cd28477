package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.PhraseScan.Mention;
import org.junit.jupiter.api.Test;

class PhraseScanTest {

    private static final Map<String, List<String>> NAMED = Map.of(
            "test", List.of("test", "tests", "test phase"),
            "acceptance test", List.of("acceptance test*", "uat"),
            "go-live", List.of("go live", "go-live date"),
            "tuning", List.of("optimi*ation review*"),
            "sit", List.of("sit"));

    private static final PhraseScan SCAN = new PhraseScan(NAMED);

    @Test
    void theLongestPhraseWins() {
        assertThat(SCAN.in("The Acceptance Tests precede the test phase."))
                .containsExactly(new Mention("acceptance test", 4, 20), new Mention("test", 33, 43));
    }

    @Test
    void aBlankMatchesAHyphenAndAStarTheRestOfAWord() {
        assertThat(SCAN.in("go-live, then an optimisation review"))
                .extracting(Mention::id)
                .containsExactly("go-live", "tuning");
    }

    @Test
    void partsOfWordsAreNotFound() {
        assertThat(SCAN.in("a site, a pre-test, contested and testy")).isEmpty();
    }

    @Test
    void aPhraseBeginsWithALetter() {
        var named = Map.of("all", List.of("* test"));
        assertThatThrownBy(() -> new PhraseScan(named)).hasMessageContaining("* test");
    }

    @Test
    void oneScanFindsWhatTryingAllPhrasesAtEachPlaceFinds() {
        var random = new Random(20_260_102);
        var words = List.of(
                "test",
                "Tests",
                "phase",
                "acceptance",
                "UAT",
                "go",
                "live",
                "date",
                "optimization",
                "reviews",
                "sit",
                "site",
                "Ünit",
                "İ",
                "e-go",
                "-",
                ",",
                " ",
                "‑");
        for (int i = 0; i < 500; i++) {
            var text = random.ints(random.nextInt(1, 12), 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(random.nextInt(4) == 0 ? "-" : " "));
            assertThat(SCAN.in(text)).as(text).isEqualTo(byTryingAll(text));
        }
    }

    private static List<Mention> byTryingAll(String text) {
        var phrases = NAMED.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(words -> Map.entry(words, entry.getKey())))
                .sorted(Comparator.comparingInt((Map.Entry<String, String> phrase) ->
                                phrase.getKey().length())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var all = Pattern.compile(
                phrases.stream()
                        .map(phrase ->
                                "(" + phrase.getKey().replace("*", "\\w*").replace(" ", "[\\s‑-]+") + ")")
                        .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?!\\w)")),
                Pattern.CASE_INSENSITIVE);
        var found = new ArrayList<Mention>();
        for (var matcher = all.matcher(text); matcher.find(); ) {
            int group = 1;
            while (matcher.group(group) == null) {
                group++;
            }
            found.add(new Mention(phrases.get(group - 1).getValue(), matcher.start(), matcher.end()));
        }
        return found;
    }
}
