package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void anotherPage() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# Other page\n\n## A `word`, and more\n");
    }

    @Test
    void aLinkToAFileOrHeadingThatIsThereIsFine() throws IOException {
        assertThat(page("# Here\n[a](other.md) [b](other.md#a-word-and-more) [c](#here) [d](https://example.org/x)")
                        .brokenLinks())
                .isEmpty();
    }

    @Test
    void aLinkToAMissingFileIsBroken() throws IOException {
        assertThat(page("see [that](docs/gone.md) and ![picture](gone.png)").brokenLinks())
                .containsExactly(
                        "page.md links to docs/gone.md, which is not there",
                        "page.md links to gone.png, which is not there");
    }

    @Test
    void aLinkToAMissingHeadingIsBroken() throws IOException {
        assertThat(page("[that](other.md#gone)").brokenLinks())
                .containsExactly("page.md links to other.md#gone, where there is no such heading");
    }

    @Test
    void linksInCodeAreNone() throws IOException {
        assertThat(page("`[a](gone.md)`\n```\n[b](gone.md)\n# no heading\n```\n")
                        .brokenLinks())
                .isEmpty();
    }

    @Test
    void itKnowsTheCommandsAndOptionsThatItNames() {
        var page = page("Run `./fram bench review DIR` or `./fram test --again`.");

        assertThat(page.commands("fram")).containsExactly("bench", "test");
        assertThat(page.commands("fram bench")).containsExactly("review");
        assertThat(page.options()).containsExactly("--again");
    }

    private Page page(String text) {
        return new Page(folder.resolve("page.md"), text);
    }
}
