package org.fram.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.fram.ledger.Verdict.Breach;
import org.fram.ledger.Verdict.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    private static final UUID ENGAGEMENT = UUID.fromString("01a20000-0000-7000-8000-000000000001");
    private static final Path SAMPLES = Path.of("../../docs/samples");

    @Test
    void aLedgerThatNobodyTouchedIsWhole() throws IOException {
        var lines = ledger(12, 1);

        var verdict = verify(lines, null);

        assertThat(verdict.breaches()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(12);
        assertThat(verdict.head()).isEqualTo(head(12, 1));
    }

    @Test
    void whatAPartyMayNotSeeLeavesTheChainWhole() throws IOException {
        var lines = new ArrayList<String>();
        Entry last = null;
        for (int number = 1; number <= 6; number++) {
            var details = details(number, 1);
            last = Entry.after(last, ENGAGEMENT, time(number), details);
            lines.add(last.line(number % 2 == 0 ? null : details));
        }

        var verdict = verify(lines, null);

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.closed()).isEqualTo(3);
    }

    @Test
    void aChangedEntryIsNamedByItsLine() throws IOException {
        var lines = ledger(9, 2);
        lines.set(3, lines.get(3).replace("2027-03-04", "2027-03-05"));

        assertThat(verify(lines, null).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(4L, Kind.CHANGED));
    }

    @Test
    void changedDetailsAreNamedByTheirLine() throws IOException {
        var lines = ledger(9, 2);
        lines.set(6, lines.get(6).replace("waiver 7", "waiver 8"));

        assertThat(verify(lines, null).breaches())
                .containsExactly(new Breach(7, Kind.DETAILS_CHANGED, "the details of entry 7 were changed"));
    }

    @Test
    void aRemovedEntryIsMissedAtTheNextLine() throws IOException {
        var lines = ledger(9, 3);
        lines.remove(4);

        assertThat(verify(lines, null).breaches())
                .containsExactly(new Breach(5, Kind.MISSING, "entry 5 is missing before it"));
    }

    @Test
    void anEntryAtAnotherPlaceIsNamedByItsLine() throws IOException {
        var lines = ledger(9, 3);
        Collections.swap(lines, 4, 5);

        assertThat(verify(lines, null).breaches()).extracting(Breach::line).containsExactly(5L, 6L);
    }

    @Test
    void anEntryThatWasPutInIsNamedByItsLine() throws IOException {
        var lines = ledger(9, 3);
        lines.add(4, lines.get(2));

        assertThat(verify(lines, null).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(5L, Kind.OUT_OF_ORDER));
    }

    @Test
    void anEntryThatWasChangedAndHashedAnewIsMissedByTheOneThatFollows() throws IOException {
        var lines = ledger(9, 3);
        var forged = new Entry(ENGAGEMENT, 4, time(4), details(40, 3).seal(), previous(lines.get(3)));
        lines.set(3, forged.line(details(40, 3)));

        assertThat(verify(lines, null).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(5L, Kind.UNCHAINED));
    }

    @Test
    void onlyTheHeadShowsATailThatWasCutOffOrALedgerThatWasMadeAnew() throws IOException {
        var lines = ledger(9, 4);
        String head = head(9, 4);

        assertThat(verify(lines.subList(0, 7), null).whole()).isTrue();
        assertThat(verify(lines.subList(0, 7), head).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(8L, Kind.HEADLESS));
        assertThat(verify(ledger(9, 5), null).whole()).isTrue();
        assertThat(verify(ledger(9, 5), head).whole()).isFalse();
    }

    @Test
    void aLedgerThatHasGrownSinceItsHeadWasNotedIsWhole() throws IOException {
        var verdict = verify(ledger(9, 4), head(6, 4).toUpperCase(Locale.ROOT));

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.headAt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{\"entry\":{},\"hash\":\"\"}",
                "{\"entry\":{},\"entry\":{},\"hash\":\"\"}",
                "{\"entry\":{\"engagement\":\"e\",\"number\":1e400,\"previous\":\"\",\"seal\":\"\",\"time\":\"\"},\"hash\":\"\"}",
                "{\"entry\":{\"engagement\":\"e\",\"number\":-1,\"previous\":\"\",\"seal\":\"\",\"time\":\"\"},\"hash\":\"\"}",
                "{\"entry\":{\"engagement\":1,\"number\":5,\"previous\":\"\",\"seal\":\"\",\"time\":\"\"},\"hash\":\"\"}",
            })
    void aBrokenLineIsNamedAndTheOthersAreStillLookedAt(String broken) throws IOException {
        var lines = ledger(9, 6);
        lines.set(4, broken);
        lines.set(7, lines.get(7).replace("2027-03-08", "2027-04-08"));

        assertThat(verify(lines, null).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(5L, Kind.UNREADABLE), tuple(8L, Kind.CHANGED));
    }

    @Test
    void aLineWithoutEndIsNotKeptInMemory() throws IOException {
        var lines = ledger(3, 6);
        lines.add("x".repeat(5 * LedgerFile.LONGEST_LINE));

        assertThat(verify(lines, null).breaches())
                .extracting(Breach::line, Breach::kind)
                .containsExactly(tuple(4L, Kind.UNREADABLE));
    }

    @Test
    void whateverIsDoneToALineIsSeenAtItOrAtTheNext() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var lines = ledger(10, 7);
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int place = random.nextInt(line.length());
            char instead = (char) ('!' + random.nextInt(90));
            if (line.charAt(place) == instead) {
                continue;
            }
            lines.set(at, line.substring(0, place) + instead + line.substring(place + 1));

            assertThat(verify(lines, head(10, 7)).breaches())
                    .as("seed %d, %s", seed, lines.get(at))
                    .isNotEmpty()
                    .first()
                    .satisfies(breach -> assertThat(breach.line()).isBetween(at + 1L, at + 2L));
        }
    }

    @Test
    void theSampleIsWhatAProgramOfAnybodyElseCanCheck() throws IOException {
        var lines = ledger(12, 42);
        var ledger = String.join("\n", lines) + "\n";
        var sample = SAMPLES.resolve("ledger.jsonl");
        if (System.getProperty("fram.samples.write") != null) {
            Files.createDirectories(SAMPLES);
            Files.writeString(sample, ledger);
            Files.writeString(SAMPLES.resolve("ledger.head"), head(12, 42) + "\n");
        }

        assertThat(sample).hasContent(ledger);
        assertThat(verify(Files.readAllLines(sample), Files.readString(SAMPLES.resolve("ledger.head")))
                        .whole())
                .isTrue();
    }

    @Test
    void saltIsOfOneLength() {
        assertThatThrownBy(() -> SealedDetails.of(Map.of(), new byte[3])).hasMessageContaining("3 bytes of salt");
    }

    private static Verdict verify(List<String> lines, @Nullable String head) throws IOException {
        return LedgerFile.verify(new StringReader(String.join("\n", lines) + "\n"), head);
    }

    private static List<String> ledger(int entries, int seed) {
        var lines = new ArrayList<String>();
        Entry last = null;
        for (int number = 1; number <= entries; number++) {
            var details = details(number, seed);
            last = Entry.after(last, ENGAGEMENT, time(number), details);
            lines.add(last.line(details));
        }
        return lines;
    }

    private static String head(int entries, int seed) {
        Entry last = null;
        for (int number = 1; number <= entries; number++) {
            last = Entry.after(last, ENGAGEMENT, time(number), details(number, seed));
        }
        return Objects.requireNonNull(last).hash();
    }

    private static String previous(String line) {
        return line.replaceAll(".*\"previous\":\"(\\w+)\".*", "$1");
    }

    private static Instant time(int number) {
        return Instant.parse("2027-03-%02dT09:30:00.123456Z".formatted(number));
    }

    private static SealedDetails details(int number, int seed) {
        var salt = new byte[SealedDetails.SALT_BYTES];
        new Random(seed * 1000L + number).nextBytes(salt);
        return SealedDetails.of(
                Map.of(
                        "kind", "waiver",
                        "person", "01a20000-0000-7000-8000-0000000000%02d".formatted(number),
                        "subject", Map.of("practice", "SOW-0" + number % 9, "what", "waiver " + number)),
                salt);
    }
}
