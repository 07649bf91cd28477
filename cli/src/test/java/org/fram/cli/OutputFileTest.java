package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileKeepsWhatItHeldUntilAllIsWritten() throws IOException {
        var target = Files.writeString(folder.resolve("report.html"), "before");

        assertThatThrownBy(() -> OutputFile.write(target, file -> {
                    Files.writeString(file, "half of");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the disk is full");
        assertThat(target).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void aFileIsReplacedWhenAllIsWritten() throws IOException {
        var target = Files.writeString(folder.resolve("report.html"), "before");

        OutputFile.write(target, OutputFile.text("after"));

        assertThat(target).hasContent("after");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        var real = Files.writeString(folder.resolve("real.html"), "before");
        var link = Files.createSymbolicLink(folder.resolve("link.html"), real);

        OutputFile.write(link, OutputFile.text("after"));

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("after");
    }

    @Test
    void aNewFileGetsTheRightsThatNewFilesGet() throws IOException {
        var ordinary = Files.writeString(folder.resolve("ordinary"), "");
        var target = folder.resolve("report.html");

        OutputFile.write(target, OutputFile.text("after"));

        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }
}
