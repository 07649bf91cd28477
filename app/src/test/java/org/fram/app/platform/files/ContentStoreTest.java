package org.fram.app.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

    private static final long MUCH = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aContentLiesUnderItsSha256() throws IOException {
        var content = store().put(stream("abc"), MUCH);

        // The digest of "abc" is an example of the standard (FIPS 180-2, appendix B.1).
        assertThat(content)
                .isEqualTo(new Content("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        assertThat(Files.readString(store().path(content))).isEqualTo("abc");
    }

    @Test
    void theSameContentLiesThereOnce() throws IOException {
        var store = store();
        store.put(stream("abc"), MUCH);
        store.put(stream("abc"), MUCH);
        store.put(stream("abd"), MUCH);

        assertThat(files()).hasSize(2);
    }

    @Test
    void ofWhatIsTooLargeNothingIsLeft() {
        assertThatThrownBy(() -> store().put(stream("abc"), 2)).isInstanceOf(TooLargeException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void ofWhatBreaksOffNothingIsLeft() {
        var bytes = new byte[100_000];
        new Random(20_261_126).nextBytes(bytes);
        var breaking = new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> store().put(breaking, MUCH)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    /// `/dev/full` is a disk that is always full: the system itself refuses what is written to it.
    @Test
    void aFullDiskIsToldFromOtherFailures() {
        var full =
                new ContentStore(folder, _ -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE), true);

        assertThatThrownBy(() -> full.put(stream("abc"), MUCH))
                .isInstanceOf(IOException.class)
                .satisfies(failure -> assertThat(DiskFull.explains(failure)).isTrue());
        assertThat(DiskFull.explains(new IOException("connection reset"))).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProgramLeftIsSweptAtTheNextStart() throws IOException {
        store();
        Files.writeString(folder.resolve("arriving/half"), "ab");
        Files.createDirectory(folder.resolve("arriving/named"));
        Files.writeString(folder.resolve("arriving/named/plan.docx"), "ab");

        store();

        assertThat(files()).isEmpty();
        assertThat(folder.resolve("arriving")).isEmptyDirectory();
    }

    @Test
    void whoOnlyLooksLeavesAloneWhatIsArriving() throws IOException {
        store();
        Files.writeString(folder.resolve("arriving/half"), "ab");

        store(false);

        assertThat(folder.resolve("arriving/half")).hasContent("ab");
    }

    @Test
    void contentsArriveAtTheSameTimeWithoutDisturbingEachOther() {
        var store = store();
        var contents = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return store.put(stream("content " + i % 50), MUCH);
                    } catch (IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .distinct()
                .toList();

        assertThat(contents)
                .hasSize(50)
                .allSatisfy(content -> assertThat(store.path(content)).exists());
        assertThat(files()).hasSize(50);
    }

    @Test
    void namesLeadNowhereElse() {
        assertThat(List.of(
                        FileName.of("../../etc/passwd"),
                        FileName.of("C:\\offers\\SOW 2.docx"),
                        FileName.of("a/"),
                        FileName.of(".."),
                        FileName.of("sow\u202Excod.exe"),
                        FileName.of("line\nbreak.pdf")))
                .containsExactly("passwd", "SOW 2.docx", "file", "file", "sowxcod.exe", "linebreak.pdf");
        assertThat(FileName.of("x".repeat(500) + ".docx")).hasSize(200).endsWith("x.docx");
    }

    private ContentStore store() {
        return store(true);
    }

    private ContentStore store(boolean serves) {
        return new ContentStore(
                folder,
                file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                serves);
    }

    private List<Path> files() {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
