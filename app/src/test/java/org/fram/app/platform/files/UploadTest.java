package org.fram.app.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void aFileIsServedForSavingAndNeverAsAPage() throws Exception {
        var file = keep("../evil/page.md", "<script>alert(1)</script>", null);
        assertThat(file.name()).isEqualTo("page.md");

        var answer = HttpBrowser.signedIn(engagement.vendor()).get(engagement.path("files/" + file.id()));

        assertThat(answer.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("page.md");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
    }

    @Test
    void aFileThatIsPrivateToAPartyIsNothingToTheOthers() throws Exception {
        var file = keep("offer.md", "our limit", engagement.customerParty());

        assertThat(HttpBrowser.signedIn(engagement.vendor())
                        .get(engagement.path("files/" + file.id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(HttpBrowser.signedIn(engagement.customer())
                        .get(engagement.path("files/" + file.id()))
                        .statusCode())
                .isEqualTo(200);

        app.get(Transactions.class)
                .run(
                        engagement.customer().actor(),
                        () -> app.get(StoredFiles.class).share(engagement.id(), file.id()));

        assertThat(HttpBrowser.signedIn(engagement.vendor())
                        .get(engagement.path("files/" + file.id()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofAnotherEngagementNobodyTakesAFile() {
        var file = keep("offer.md", "text", null);
        var other = TestEngagement.create();

        assertThatThrownBy(() -> app.get(Transactions.class)
                        .as(
                                engagement.customer().actor(),
                                () -> app.get(StoredFiles.class).get(other.id(), file.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFileOfAnotherTypeIsRefusedByName() {
        assertThat(outcome("tool.exe", "MZ", null)).isInstanceOf(KeepingFile.Outcome.Refused.class);
        assertThat(outcome("empty.md", "", null)).isInstanceOf(KeepingFile.Outcome.Refused.class);
    }

    private StoredFile keep(String name, String text, @Nullable PartyId privateTo) {
        if (outcome(name, text, privateTo) instanceof KeepingFile.Outcome.Kept(var file)) {
            return file;
        }
        throw new IllegalStateException("It is refused.");
    }

    private KeepingFile.Outcome outcome(String name, String text, @Nullable PartyId privateTo) {
        var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return app.get(KeepingFile.class)
                .keep(
                        engagement.customer().actor(),
                        engagement.id(),
                        privateTo,
                        new KeepingFile.Arrival(name, Set.of("md", "txt"), stream));
    }
}
