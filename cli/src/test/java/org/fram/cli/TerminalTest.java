package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void aStreamIsATerminalWhereTheLauncherSaysSo() {
        var told = told("out,err", "90");

        assertThat(Terminal.of("out", told, Map.of())).isEqualTo(new Terminal(true, true, 90));
        assertThat(Terminal.of("out", told(",err", "90"), Map.of())).isEqualTo(Terminal.FILE);
        assertThat(Terminal.of("out", new Properties(), Map.of())).isEqualTo(Terminal.FILE);
    }

    @Test
    void whoWantsNoColourGetsNone() {
        assertThat(Terminal.of("out", told("out", "90"), Map.of("NO_COLOR", "1"))
                        .colour())
                .isFalse();
        assertThat(Terminal.of("out", told("out", "90"), Map.of("NO_COLOR", "")).colour())
                .isTrue();
        assertThat(Terminal.of("out", told("out", "90"), Map.of("TERM", "dumb")).colour())
                .isFalse();
    }

    @Test
    void widthsThatNobodyCanReadAreNotUsed() {
        assertThat(Terminal.of("out", told("out", "7"), Map.of()).width()).isEqualTo(40);
        assertThat(Terminal.of("out", told("out", "900"), Map.of()).width()).isEqualTo(120);
        assertThat(Terminal.of("out", told("out", ""), Map.of()).width()).isEqualTo(100);
        assertThat(Terminal.of("out", told("out", "0"), Map.of()).width()).isEqualTo(100);
    }

    @Test
    void wrappedLinesKeepAllWordsAndTheWidth() {
        var lines = Terminal.wrapped("the quick brown fox jumps over an unpronounceableword", 12);

        assertThat(lines).allMatch(line -> line.length() <= 12);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo("thequickbrownfoxjumpsoveranunpronounceableword");
    }

    private static Properties told(String terminal, String columns) {
        var told = new Properties();
        told.setProperty("fram.terminal", terminal);
        told.setProperty("fram.columns", columns);
        return told;
    }
}
