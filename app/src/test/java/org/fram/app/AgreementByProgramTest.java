package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Agreeing, changing and writing as programs do it.
class AgreementByProgramTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final ApiClient customer = ApiClient.of(engagement.customer());
    private final ApiClient vendor = ApiClient.of(engagement.vendorManager());

    @Test
    void sectionsAreDiscussedAndAgreedTo() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        String address = "/api/v1" + sow.path("/agreement");
        var prices = section(customer.get(address).json(), "prices");

        var said = vendor.post(
                address + "/remarks",
                json("key", "prices", "text", "In two parts.", "suggestion", "Half of it at cutover."));
        var remark = section(said.json(), "prices").get("remarks").get(0);
        assertThat(remark.get("suggestion").stringValue()).isEqualTo("Half of it at cutover.");
        String answers = address + "/remarks/" + remark.get("id").stringValue();
        assertThat(customer.post(answers, json("outcome", "perhaps")).status()).isEqualTo(422);
        assertThat(customer.post(answers, json("outcome", "declined")).status()).isEqualTo(422);
        var declined = customer.post(answers, json("outcome", "declined", "answer", "The budget is set."));
        assertThat(section(declined.json(), "prices")
                        .get("remarks")
                        .get(0)
                        .get("answer")
                        .stringValue())
                .isEqualTo("The budget is set.");

        String sections = address + "/sections";
        assertThat(customer.post(sections, json("key", "prices", "sha256", "0".repeat(64)))
                        .status())
                .isEqualTo(422);
        String seen = prices.get("sha256").stringValue();
        customer.post(sections, json("key", "prices", "sha256", seen));
        var both = vendor.post(sections, json("key", "prices", "sha256", seen));
        assertThat(section(both.json(), "prices").get("agreed")).hasSize(2);
        var back = vendor.post(sections, json("key", "prices"));
        assertThat(section(back.json(), "prices").get("agreed")).hasSize(1);
        assertThat(ApiClient.of(engagement.vendor())
                        .post(sections, json("key", "prices", "sha256", seen))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChangeIsWeighedAndDecided() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        sow.nextVersion(SowDraft.FIRST.replace("by 1 March 2027", "by 15 March 2027"));
        String address = "/api/v1" + engagement.path("changes/" + propose("Train later"));

        assertThat(customer.post(address + "/wording", json("sow", sow.id(), "from", 2, "to", 1))
                        .status())
                .isEqualTo(422);
        var worded = customer.post(address + "/wording", json("sow", sow.id(), "from", 1, "to", 2));
        var impact = worded.json().get("impact").get(0);
        assertThat(impact.get("about").stringValue()).isEqualTo("dates");
        assertThat(impact.get("after").stringValue()).contains("15 March 2027");

        String terms = worded.json().get("terms").stringValue();
        String decisions = address + "/decisions";
        assertThat(customer.post(decisions, json("decision", "agreed")).status())
                .isEqualTo(422);
        customer.post(decisions, json("decision", "agree", "terms", terms));
        var agreed = vendor.post(decisions, json("decision", "agree", "terms", terms));
        assertThat(agreed.json().get("state").stringValue()).isEqualTo("agreed");
        assertThat(customer.post(decisions, json("decision", "refuse", "reason", "Too late."))
                        .status())
                .isEqualTo(422);
        String owed = "/api/v1" + engagement.path("changes/" + propose("A runbook")) + "/decisions";
        assertThat(customer.post(owed, json("decision", "in-scope", "obligations", new String[] {"O-999"}))
                        .status())
                .isEqualTo(422);
        String label = sow.obligations().getFirst().code();
        assertThat(customer.post(owed, json("decision", "in-scope", "obligations", new String[] {label}))
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("in-scope");
    }

    @Test
    void aWorkingCopyIsWrittenClauseByClause() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        String address = "/api/v1" + sow.path("/clauses");
        assertThat(customer.get(address).json().get("clauses")).isEmpty();

        var begun = customer.post(address, json("text", "This comes first."));
        var first = begun.json().get("clauses").get(0);
        assertThat(first.get("texts").get(0).stringValue()).isEqualTo("This comes first.");
        String clause = address + "/" + first.get("id").stringValue();
        String seal = first.get("seal").stringValue();
        assertThat(customer.post(address, json("shape", "picture", "text", "x")).status())
                .isEqualTo(422);
        assertThat(customer.post(clause, json("act", "paint", "seal", seal)).status())
                .isEqualTo(422);
        var written = customer.post(
                clause, json("act", "write", "seal", seal, "texts", new String[] {"This comes first, now."}));
        assertThat(written.json().get("clauses").get(0).get("texts").get(0).stringValue())
                .isEqualTo("This comes first, now.");
        assertThat(customer.post(clause, json("act", "take-out", "seal", seal)).status())
                .as("of a clause that somebody wrote meanwhile")
                .isEqualTo(422);
        // The other side writes its own.
        assertThat(vendor.get(address).json().get("clauses")).isEmpty();
    }

    private String propose(String text) {
        var register = APP.parts().getBean("changesRegister", Register.class);
        var added = register.acts()
                .add(
                        register,
                        engagement.customer().actor(),
                        engagement.id(),
                        new HashMap<String, @Nullable Object>(Map.of("text", text)));
        if (added instanceof RowOutcome.Done(var row)) {
            return row.ref();
        }
        throw new IllegalStateException(added.toString());
    }

    private static JsonNode section(JsonNode agreement, String key) {
        for (var section : agreement.get("sections")) {
            if (section.get("key").stringValue().equals(key)) {
                return section;
            }
        }
        throw new IllegalStateException(agreement.toString());
    }

    private static String json(Object... pairs) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(
                    String.valueOf(pairs[i]),
                    pairs[i + 1] instanceof Number || pairs[i + 1] instanceof String[]
                            ? pairs[i + 1]
                            : pairs[i + 1].toString());
        }
        return JSON.writeValueAsString(values);
    }
}
