package org.fram.app.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.identity.Reauthentication.Proof;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.GivingAuthority;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.signing.SigningDocument;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Marked;
import org.fram.office.Printing;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RecordPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void theRecordHoldsThePagesThatWereSignedWhoSignedThemAndTheVeryBytes() throws Exception {
        byte[] pdf = pdf();
        var request = asked("change order.pdf", pdf);
        var customer = HttpBrowser.signedIn(engagement.customer());
        String page = engagement.path("signatures/" + request);
        assertThat(Jsoup.parse(customer.get(page).body()).text()).doesNotContain("Record of signatures");
        sign(request);

        assertThat(Jsoup.parse(customer.get(page).body())
                        .select("a[href$=record.pdf]")
                        .text())
                .isEqualTo("Record of signatures");
        byte[] record = customer.download(page + "/record.pdf");

        var known = request(request);
        var entry =
                engagement.customer().asks(() -> APP.get(Ledger.class).about(engagement.id(), request.value())).stream()
                        .filter(one ->
                                one.details() != null && one.details().kind().equals("signed"))
                        .findFirst()
                        .orElseThrow();
        try (var read = Loader.loadPDF(record);
                var signed = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isGreaterThan(signed.getNumberOfPages());
            assertThat(text(read, 1, signed.getNumberOfPages())).isEqualTo(text(signed, 1, signed.getNumberOfPages()));
            assertThat(text(read, signed.getNumberOfPages() + 1, read.getNumberOfPages()))
                    .contains("Record of signatures", "change order.pdf", known.sha256())
                    .contains("1. Project manager of the customer", "Harbour Authority", "Europe/Lisbon")
                    .contains(entry.hash(), Long.toString(entry.entry().number()), "./fram verify ledger.jsonl");
            byte[] attached = Objects.requireNonNull(read.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("change order.pdf"))
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(sha256(attached)).isEqualTo(known.sha256());
            assertThat(attached).isEqualTo(pdf);
        }
    }

    @Test
    void beforeEverybodySignedThereIsNoRecordButThePageThatSaysForWhomItWaits() throws Exception {
        var request = asked("change order.pdf", pdf());
        String page = engagement.path("signatures/" + request);

        var answer = HttpBrowser.signedIn(engagement.customer()).get(page + "/record.pdf");

        assertThat(answer.uri().getPath()).isEqualTo(page);
        assertThat(HttpBrowser.signedIn(engagement.stranger())
                        .get(page + "/record.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    private RequestId asked(String name, byte[] content) {
        var customer = engagement.customer();
        APP.get(GivingAuthority.class)
                .give(customer.actor(), engagement.id(), customer.id(), Matter.CHANGE_ORDER, null);
        var kept = (KeepingFile.Outcome.Kept) APP.get(KeepingFile.class)
                .keep(
                        customer.actor(),
                        engagement.id(),
                        null,
                        new KeepingFile.Arrival(name, Set.of("pdf"), new ByteArrayInputStream(content)));
        var wish = new AskingForSignatures.Wish(
                "Change order",
                Matter.CHANGE_ORDER,
                null,
                kept.file().id(),
                List.of(customer.id()),
                false,
                Instant.now().plus(Duration.ofDays(1)),
                false);
        var outcome = APP.get(AskingForSignatures.class).ask(customer.actor(), engagement.id(), wish);
        assertThat(outcome).isInstanceOf(AskingForSignatures.Outcome.Asked.class);
        return ((AskingForSignatures.Outcome.Asked) outcome).request();
    }

    private SignatureRequest request(RequestId id) {
        return engagement.customer().asks(() -> APP.get(SignatureRequests.class).get(engagement.id(), id));
    }

    private void sign(RequestId id) {
        var request = request(id);
        var place = new SigningDocument.Place(
                engagement.id(), id, request.signatories().getFirst().id());
        assertThat(APP.get(SigningDocument.class)
                        .sign(
                                engagement.customer().actor(),
                                place,
                                request.sha256(),
                                Proof.password(TestPerson.PASSWORD)))
                .isInstanceOf(SigningDocument.Outcome.Done.class);
    }

    private static byte[] pdf() throws Exception {
        var out = new ByteArrayOutputStream();
        var piece = new Marked(
                Marked.Shape.PARAGRAPH,
                0,
                Marked.Change.KEPT,
                List.of(List.of(new Marked.Run(Marked.Change.KEPT, "The Vendor shall add ten agents."))));
        Printing.write(new Printing.Print("Change order 1", "en", List.of(), List.of(piece), "Foot"), out);
        return out.toByteArray();
    }

    private static String text(PDDocument document, int from, int until) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(until);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
