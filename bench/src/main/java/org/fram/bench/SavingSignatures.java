package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Signatures: a document is put up for signing, and signed with the password.
///
/// @param engagement the path of its page
/// @param person who signs, and may
/// @param document to sign
record SavingSignatures(String engagement, String person, Path document) implements Saving {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern SIGNATORY = Pattern.compile("name=\"signatory\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern LEADS = Pattern.compile("/signatures/[0-9a-f-]{36}$");
    private static final String MAY_SIGN = "other";
    private static final int DAYS = 30;

    /// Lets the person sign, and says how they do.
    ///
    /// @param document where what they sign is written
    static SavingSignatures begin(Visitor visitor, String engagement, Path document)
            throws IOException, InterruptedException {
        String page = visitor.get(engagement + "/signatures/authority").body();
        var person = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(page);
        if (!person.find()) {
            throw new IOException("Nobody is there who may sign.");
        }
        visitor.post(
                engagement + "/signatures/authority",
                Map.of("person", person.group(1), "matter", MAY_SIGN, "amount", ""));
        Files.writeString(document, "# Offer\n\nThe Vendor migrates the call flows.\n");
        return new SavingSignatures(engagement, person.group(1), document);
    }

    @Override
    public String what() {
        return "signatures";
    }

    @Override
    public boolean save(Visitor visitor, String mark) throws IOException, InterruptedException {
        var last = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS);
        var asked = visitor.upload(
                engagement + "/signatures/new",
                "document",
                document,
                Map.of("title", "Offer " + mark, "matter", MAY_SIGN, "last", last.toString(), "signatory", person));
        String request = asked.uri().getPath();
        var seen = SEEN.matcher(asked.body());
        var signatory = SIGNATORY.matcher(asked.body());
        if (!LEADS.matcher(request).find() || !seen.find() || !signatory.find()) {
            return false;
        }
        return visitor.saves(
                request + "/sign",
                Map.of("seen", seen.group(1), "signatory", signatory.group(1), "password", Visitor.PASSWORD));
    }

    @Override
    public List<String> there(Visitor visitor) throws IOException, InterruptedException {
        return deeds(visitor).marks(Deeds.Kind.SIGNED);
    }

    /// A request whose page says another thing than the ledger: signed by one and not by the other.
    @Override
    public List<String> half(Visitor visitor) throws IOException, InterruptedException {
        var deeds = deeds(visitor);
        var signed = new HashSet<>(deeds.marks(Deeds.Kind.SIGNED));
        var half = new ArrayList<String>();
        for (var asked : deeds.of(Deeds.Kind.ASKED).toList()) {
            String page = visitor.get(
                            engagement + "/signatures/" + asked.path("subject").asString())
                    .body();
            var mark = KillRounds.MARK.matcher(asked.toString());
            // Whoever has not signed yet is asked to.
            boolean open = SEEN.matcher(page).find();
            if (mark.find() && open == signed.contains(mark.group())) {
                half.add(mark.group());
            }
        }
        return half;
    }

    private Deeds deeds(Visitor visitor) throws IOException, InterruptedException {
        return Deeds.of(visitor.get(engagement + "/ledger.jsonl").body());
    }
}
