package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {

    private static List<String> lines(String text) {
        return MarkdownReader.read("sow.md", text).blocks().stream()
                .map(Dump::line)
                .toList();
    }

    @Test
    void structureIsKeptAndMarkupIsNot() {
        assertThat(lines("""
                ---
                title: not read
                ---
                # 1. Scope of *work*

                The **vendor** delivers what [the list](https://example.org) names,
                over two lines.[^1]

                - first `item`
                  1. below
                  2. second below
                - [ ] last

                ## Prices

                | Item | Fee |
                |------|----:|
                | Design | $5 |
                | Build<br>and test | $7 |

                [^1]: Without the hardware.
                """))
                .containsExactly(
                        "H1    [1] Scope of work",
                        "P     [] The vendor delivers what the list names, over two lines.",
                        "F     [1] Without the hardware.",
                        "L1    [-] first item",
                        "L2    [1.] below",
                        "L2    [2.] second below",
                        "L1    [-] last",
                        "H2    [] Prices",
                        "T     header 1\n  | Item | Fee \n  | Design | $5 \n  | Build⏎and test | $7 ");
    }

    @Test
    void commentsAreNotRead() {
        assertThat(lines("<!-- to do -->\n\nThe vendor builds it. <!-- by when? -->\n"))
                .containsExactly("P     [] The vendor builds it.");
    }
}
