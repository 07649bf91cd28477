package org.fram.app.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping a PDF that was signed by a service for signatures or on paper, with who signed it and when. Who signed where
/// is
/// what somebody says; the file's digest is what nobody can change.
@Component
public class RecordingElsewhere {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 200;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final StoredFiles files;
    private final ContentStore contents;
    private final ElsewhereSignatures documents;
    private final Ledger ledger;
    private final InstantSource clock;

    RecordingElsewhere(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            StoredFiles files,
            ContentStore contents,
            ElsewhereSignatures documents,
            Ledger ledger,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.files = files;
        this.contents = contents;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What was signed, how, and by whom.
    public record Wish(
            String title,
            Matter matter,
            Money.@Nullable Sum amount,
            SignedElsewhere.Way way,
            FileId file,
            List<SignedElsewhere.Signature> signatures,
            boolean onlyMyParty) {}

    /// What came of it.
    public sealed interface Outcome {

        record Recorded() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Writes it down.
    public Outcome record(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var file = files.get(engagement, wish.file());
            var refusal = refuse(engagement, wish).or(() -> refuse(file));
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var document = new SignedElsewhere(
                    Ids.next(),
                    engagement,
                    wish.onlyMyParty() ? mine.party() : null,
                    wish.title().strip(),
                    wish.matter(),
                    wish.amount(),
                    wish.way(),
                    wish.file(),
                    file.content().sha256(),
                    me.id(),
                    clock.instant(),
                    wish.signatures());
            documents.add(document);
            var what = new HashMap<String, @Nullable Object>(Map.of(
                    "title", document.title(),
                    "matter", document.matter().code(),
                    "way", document.way().code(),
                    "sha256", document.sha256(),
                    "signatures", document.signatures().size()));
            what.put("amount", wish.amount());
            ledger.record(me, engagement, document.privateTo(), Deed.of("signed-elsewhere", document.id(), what));
            return new Outcome.Recorded();
        });
    }

    private Optional<Text> refuse(EngagementId engagement, Wish wish) {
        if (wish.title().isBlank() || wish.title().strip().length() > LONGEST_TITLE) {
            return Optional.of(Text.of("signing.ask.refused.title", LONGEST_TITLE));
        }
        if (wish.signatures().isEmpty()) {
            return Optional.of(Text.of("signing.elsewhere.refused.nobody"));
        }
        var today = engagements.today(engagement);
        var parties = engagements.parties(engagement);
        for (var signature : wish.signatures()) {
            if (signature.name().isBlank() || signature.name().length() > LONGEST_NAME) {
                return Optional.of(Text.of("signing.elsewhere.refused.name", LONGEST_NAME));
            }
            // A day more, as where it was signed may be elsewhere.
            if (signature.signedOn().isAfter(today.plusDays(1))) {
                return Optional.of(Text.of("signing.elsewhere.refused.future", signature.name()));
            }
            if (parties.stream().noneMatch(party -> party.id().equals(signature.party()))) {
                return Optional.of(Text.of("signing.elsewhere.refused.party"));
            }
        }
        return Optional.empty();
    }

    private Optional<Text> refuse(StoredFile file) {
        try (var stream = Files.newInputStream(contents.path(file.content()))) {
            return Arrays.equals(stream.readNBytes(PDF.length), PDF)
                    ? Optional.empty()
                    : Optional.of(Text.of("signing.elsewhere.refused.pdf", file.name()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
