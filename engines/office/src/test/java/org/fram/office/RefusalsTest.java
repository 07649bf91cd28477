package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fram.office.WordFile.p;
import static org.fram.office.WordFile.r;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fram.office.UnreadableDocumentException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A refusal for this reason, whose message names the file and says what to do in a second sentence.
    private static void refused(Path file, Reason reason, String seen) {
        UnreadableDocumentException refusal =
                catchThrowableOfType(UnreadableDocumentException.class, () -> Documents.read(file));
        assertThat(refusal).as("refusal of " + file.getFileName()).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(refusal).hasMessageStartingWith(file.toString()).hasMessageContaining(seen);
        assertThat(refusal.getMessage()).matches("(?s).*[.)] [A-Z].*\\.");
    }

    @Test
    void whatIsNotThereOrHoldsNothing() throws IOException {
        refused(folder.resolve("none.docx"), Reason.MISSING, "no such file");
        refused(folder, Reason.MISSING, "folder");
        refused(file("empty.docx", ""), Reason.EMPTY, "0 bytes");
        refused(file("blank.txt", " \n\n \t\n"), Reason.EMPTY, "no text");
        refused(file("blank.md", "---\ntitle: x\n---\n\n"), Reason.EMPTY, "no text");
        refused(WordFile.of(p()).write(folder.resolve("blank.docx")), Reason.EMPTY, "no text");
    }

    @Test
    void whatIsNotWhatItsNameSays() throws IOException {
        refused(file("sow.docx", "%PDF-1.7\n%more"), Reason.NOT_WHAT_ITS_NAME_SAYS, "a PDF");
        refused(file("text.docx", "Just text."), Reason.NOT_WHAT_ITS_NAME_SAYS, "plain text");
        refused(file("text.pdf", "Just text."), Reason.NOT_WHAT_ITS_NAME_SAYS, "plain text");
        refused(
                WordFile.of(p(r("Text."))).write(folder.resolve("word.pdf")),
                Reason.NOT_WHAT_ITS_NAME_SAYS,
                "zip package");
        Path workbook = folder.resolve("prices.docx");
        try (XSSFWorkbook sheets = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(workbook)) {
            sheets.createSheet("Prices");
            sheets.write(out);
        }
        refused(workbook, Reason.NOT_WHAT_ITS_NAME_SAYS, "Excel");
        byte[] noise = new byte[5000];
        new SplittableRandom(3).nextBytes(noise);
        noise[0] = 0;
        refused(Files.write(folder.resolve("noise.docx"), noise), Reason.NOT_WHAT_ITS_NAME_SAYS, "neither");
        refused(Files.write(folder.resolve("noise.bin"), noise), Reason.UNKNOWN_FORMAT, "neither");
    }

    @Test
    void whatIsOfAnotherFormat() throws IOException {
        refused(file("old.rtf", "{\\rtf1\\ansi text}"), Reason.UNKNOWN_FORMAT, "Rich Text");
        refused(file("page.html", "<!DOCTYPE html><html><body>x</body></html>"), Reason.UNKNOWN_FORMAT, "web page");
        Path old = folder.resolve("old.doc");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(old)) {
            container.createDocument(InputStream.nullInputStream(), "WordDocument");
            container.writeFilesystem(out);
        }
        refused(old, Reason.UNKNOWN_FORMAT, "old DOC format");
    }

    @Test
    void whatIsEncrypted() throws Exception {
        Path plain = WordFile.of(p(r("Secret."))).write(folder.resolve("plain.docx"));
        Path secret = folder.resolve("secret.docx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("open");
            try (OPCPackage opc = OPCPackage.open(plain.toFile());
                    OutputStream encrypted = encryptor.getDataStream(container)) {
                opc.save(encrypted);
            }
            try (OutputStream out = Files.newOutputStream(secret)) {
                container.writeFilesystem(out);
            }
        }
        refused(secret, Reason.ENCRYPTED, "password");
    }

    @Test
    void whatIsDamaged() throws IOException {
        byte[] whole =
                Files.readAllBytes(WordFile.of(p(r("Some text. ".repeat(500)))).write(folder.resolve("whole.docx")));
        for (int part = 1; part < 10; part++) {
            Path cut = folder.resolve("cut" + part + ".docx");
            refused(Files.write(cut, Arrays.copyOf(whole, whole.length * part / 10)), Reason.CORRUPT, "damaged");
        }
        refused(
                WordFile.of()
                        .put("word/document.xml", "<w:document><w:body><w:p>")
                        .write(folder.resolve("broken.docx")),
                Reason.CORRUPT,
                "word/document.xml");
    }

    @Test
    void whatIsAZipBomb() throws IOException {
        byte[] spaces = new byte[80 << 20];
        Arrays.fill(spaces, (byte) ' ');
        WordFile text = WordFile.of(p(r("Text.")));
        refused(text.put("word/media/image1.emf", spaces).write(folder.resolve("image.docx")), Reason.BOMB, "zip bomb");
        byte[] begin = "<w:document xmlns:w=\"%s\"><w:body><w:p><w:r><w:t>"
                .formatted(WordFile.W)
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(begin, 0, spaces, 0, begin.length);
        refused(
                WordFile.of().put("word/document.xml", spaces).write(folder.resolve("bomb.docx")),
                Reason.BOMB,
                "zip bomb");
    }

    @Test
    void whatReachesForOtherFiles() throws IOException {
        Path secret = file("secret.txt", "the secret");
        for (String declaration : new String[] {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
        }) {
            Path evil = WordFile.of()
                    .put(
                            "word/document.xml",
                            declaration + "<w:document xmlns:w=\"" + WordFile.W + "\"><w:body>" + p(r("Text."))
                                    + "</w:body></w:document>")
                    .write(folder.resolve("evil.docx"));
            refused(evil, Reason.EXTERNAL_ENTITIES, "document type");
        }
        Path styles = WordFile.of(p(r("Text.")))
                .styles()
                .put("word/styles.xml", "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\"><x/>")
                .write(folder.resolve("styles.docx"));
        refused(styles, Reason.EXTERNAL_ENTITIES, "word/styles.xml");
    }

    @Test
    void whatIsTooLarge() throws IOException {
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(FileFormat.MOST_BYTES + 1);
        }
        refused(large, Reason.TOO_LARGE, "at most 500 MB");
    }
}
