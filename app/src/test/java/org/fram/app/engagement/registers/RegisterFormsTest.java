package org.fram.app.engagement.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// What people without scripts do with registers, and what nobody may.
class RegisterFormsTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows rows = new SampleRows(engagement, "assumptions");
    private final String register = engagement.path("registers/assumptions");

    @Test
    void aRowIsAddedChangedAndDeletedByForms() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());

        var refused = customer.post(register + "/new", Map.of("text", "It is so.", "holds", "yes", "exposure", "5"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select(".form-error").eachText())
                .containsExactly("“5” does not say which currency. Write it as 48000.00 USD.");
        assertThat(Jsoup.parse(refused.body()).select(".form-part [name=text]").text())
                .isEqualTo("It is so.");

        var added = customer.post(register + "/new", Map.of("text", "It is so.", "exposure", "5 EUR"));
        assertThat(text(added)).contains("Added.").contains("A-1").contains("EUR 5.00");

        var row = only();
        var changed = customer.post(register + "/rows/" + row.id(), form(row, "owner", "IT lead"));
        assertThat(text(changed)).contains("One row changed.").contains("IT lead");

        var deleted = customer.post(register + "/delete", Map.of("row", row.id() + ":1"));
        assertThat(text(deleted)).contains("One row deleted.");
        assertThat(rows.seenBy(engagement.customer())).isEmpty();
        String undo =
                Jsoup.parse(deleted.body()).select("form[action*=deletions]").attr("action");
        assertThat(text(customer.post(undo, Map.of())))
                .contains("One row is back.")
                .contains("A-1");
    }

    @Test
    void whoeverIsSecondIsShownBothAndDecides() throws Exception {
        var row = rows.added(engagement.customer(), "It is so.");
        var customer = HttpBrowser.signedIn(engagement.customer());
        rows.changed(engagement.vendor(), row.id(), new Seen.Version(0), "owner", "Carrier");

        // Another cell of the row does not matter.
        assertThat(customer.post(register + "/rows/" + row.id(), form(row, "ifFalse", "We wait."))
                        .statusCode())
                .isEqualTo(200);
        var second = customer.post(register + "/rows/" + row.id(), form(row, "owner", "IT lead"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(text(second)).contains("They saved: Carrier");
        assertThat(Jsoup.parse(second.body()).select("#owner").val()).isEqualTo("IT lead");
        assertThat(only().get("owner")).isEqualTo("Carrier");

        var again = new HashMap<>(form(row, "owner", "IT lead"));
        again.put(
                "seen.owner",
                Jsoup.parse(second.body()).select("[name=seen.owner]").val());
        assertThat(customer.post(register + "/rows/" + row.id(), again).statusCode())
                .isEqualTo(200);
        assertThat(only().get("owner")).isEqualTo("IT lead");
        assertThat(only().get("ifFalse")).isEqualTo("We wait.");
    }

    @Test
    void strangersSeeAndChangeNothing() throws Exception {
        var row = rows.added(engagement.customer(), "It is so.");
        var stranger = HttpBrowser.signedIn(engagement.stranger());

        for (String path : List.of("", "/new", "/import", "/export.csv", "/export.xlsx", "/rows/" + row.id())) {
            assertThat(stranger.get(register + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(register + "/new", Map.of("text", "Mine.")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.post(register + "/delete", Map.of("row", row.id() + ":0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(rows.seenBy(engagement.customer())).hasSize(1);
    }

    @Test
    void whatIsForOnesOwnPartyIsNotThereForTheOther() throws Exception {
        var row = rows.added(engagement.customer(), "For ourselves.", "seenBy", true);
        var vendor = HttpBrowser.signedIn(engagement.vendor());

        assertThat(vendor.get(register).body()).doesNotContain("For ourselves.");
        assertThat(vendor.get(register + "/export.csv").body()).doesNotContain("For ourselves.");
        assertThat(vendor.get(register + "/rows/" + row.id()).statusCode()).isEqualTo(404);
        assertThat(vendor.post(register + "/rows/" + row.id() + "/cells/text", Map.of("seen", "", "value", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUploadIsItsOwnersAlone() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.get(register + "/import");
        var preview = customer.upload(
                register + "/import",
                List.of(FormFile.of("file", "C:\\lists\\ours.csv", "Statement\nFor ourselves.\n")));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(text(preview)).contains("Import of ours.csv").contains("One new row");

        var vendor = HttpBrowser.signedIn(engagement.vendor());
        assertThat(vendor.get(preview.uri().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoListIsRefusedOnItsPage() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.get(register + "/import");

        for (var file : List.of(
                FormFile.of("file", "tool.exe", "MZ\0\0\0\u0001"),
                FormFile.of("file", "empty.csv", ""),
                FormFile.of("file", "head.csv", "Statement;Owner"),
                FormFile.large("file", "large.csv", 60L << 20))) {
            var answer = customer.upload(register + "/import", List.of(file));

            assertThat(answer.statusCode()).as(file.name()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).startsWith(file.name() + ": ");
        }
    }

    @Test
    void whatNoPageSendsIsNoFailure() throws Exception {
        rows.added(engagement.customer(), "It is so.");
        var customer = HttpBrowser.signedIn(engagement.customer());

        for (String query : List.of(
                "?sort=nothing&f.nothing=x&columns=nothing&page=x&size=0",
                "?q=%00%25&f.text=%00&f.validateBy.from=soon&f.exposure.from=many",
                "?sort=-obligations&page=1000000&done=added&count=999999999999&deletion=x")) {
            assertThat(customer.get(register + query).statusCode()).as(query).isEqualTo(200);
        }
        assertThat(customer.post(register + "/delete", Map.of("row", "x")).statusCode())
                .isEqualTo(200);
        assertThat(customer.post(register + "/delete", Map.of("row", "x:y")).statusCode())
                .isEqualTo(200);
        assertThat(customer.get(register + "/export.pdf").statusCode()).isEqualTo(404);
        assertThat(customer.get(engagement.path("registers/nothing")).statusCode())
                .isEqualTo(404);
        assertThat(rows.seenBy(engagement.customer())).hasSize(1);
    }

    private Row only() {
        return rows.seenBy(engagement.customer()).getFirst();
    }

    /// The form of a row as somebody saw it, with one field changed.
    private static Map<String, String> form(Row seen, String column, String value) {
        return Map.of("seen." + column, Objects.toString(seen.get(column), ""), column, value);
    }

    private static String text(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).text();
    }
}
