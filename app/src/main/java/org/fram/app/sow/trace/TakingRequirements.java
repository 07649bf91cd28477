package org.fram.app.sow.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.trace.RequirementsInDocument.Proposal;
import org.fram.office.Documents;
import org.fram.office.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Taking requirements out of a document, a request for proposals or an answer to one: the document is kept, what
/// may be a requirement is proposed, and people choose.
@Component
public class TakingRequirements {

    /// What names of documents end with. A PDF is first saved as a Word document: its lines are too uncertain.
    public static final Set<String> ENDINGS = Set.of("docx", "docm", "dotx", "dotm", "txt", "text", "md", "markdown");

    private final Transactions transactions;
    private final Authority authority;
    private final KeepingFile keeping;
    private final StoredFiles files;
    private final ContentStore contents;
    private final Traces traces;
    private final Register requirements;

    TakingRequirements(
            Transactions transactions,
            Authority authority,
            KeepingFile keeping,
            StoredFiles files,
            ContentStore contents,
            Traces traces,
            Register requirementsRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.keeping = keeping;
        this.files = files;
        this.contents = contents;
        this.traces = traces;
        this.requirements = requirementsRegister;
    }

    /// What came of a document.
    public sealed interface Arrived {

        record Kept(FileId file) implements Arrived {}

        record Refused(Text reason) implements Arrived {}
    }

    /// What was found in a document.
    public sealed interface Read {

        /// What it proposes.
        ///
        /// @param name of the document
        /// @param proposals in its order; empty where nothing reads like a requirement
        record Found(String name, List<Proposed> proposals) implements Read {}

        /// It cannot be read.
        ///
        /// @param reason in words for whoever gave it
        record Unreadable(String name, String reason) implements Read {}
    }

    /// A proposal, held against the register.
    ///
    /// @param known whether the register has the text already
    public record Proposed(Proposal proposal, boolean known) {

        /// Whether it is offered as one to be taken.
        public boolean likely() {
            return !known && proposal.doubt() == null;
        }
    }

    /// Keeps a document.
    ///
    /// @param privately whether one's own party alone is to see it
    public Arrived keep(Actor.Person me, EngagementId engagement, String name, InputStream stream, boolean privately) {
        PartyId party = transactions
                .as(me, () -> authority.require(me, Act.CONTRIBUTE, engagement))
                .party();
        var arrival = new KeepingFile.Arrival(name, ENDINGS, stream);
        return switch (keeping.keep(me, engagement, privately ? party : null, arrival)) {
            case KeepingFile.Outcome.Kept(var file) -> new Arrived.Kept(file.id());
            case KeepingFile.Outcome.Refused(var reason) -> new Arrived.Refused(reason);
        };
    }

    /// Reads a document that was kept.
    public Read read(Actor.Person me, EngagementId engagement, FileId id, RequirementSource source) {
        var file = transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return files.get(engagement, id);
        });
        List<Proposal> proposals;
        try (var named = contents.named(file)) {
            try {
                proposals = RequirementsInDocument.of(
                        Documents.read(named.path()).blocks(), source == RequirementSource.ANSWER_OF_THE_VENDOR);
            } catch (UnreadableDocumentException unreadable) {
                // The message begins with the path, which is nobody's business.
                return new Read.Unreadable(
                        file.name(),
                        String.valueOf(unreadable.getMessage())
                                .replace(named.path().toString(), file.name()));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        var known = transactions.as(me, () -> known(engagement));
        return new Read.Found(
                file.name(),
                proposals.stream()
                        .map(one -> new Proposed(one, known.contains(RequirementsInDocument.words(one.text(), " "))))
                        .toList());
    }

    /// Adds those that were chosen to the register, in the order of the document. One keeps the number that the
    /// document gives it where that is free.
    ///
    /// @param privately whether one's own party alone is to see them
    /// @return how many were added
    public int take(
            Actor.Person me,
            EngagementId engagement,
            List<Proposal> chosen,
            RequirementSource source,
            boolean privately) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            var numbers = new HashSet<String>();
            traces.asked(engagement).forEach(one -> numbers.add(one.ref()));
            for (var one : chosen) {
                var values = new HashMap<String, @Nullable Object>();
                values.put("text", one.text());
                values.put("source", source.code());
                values.put("key", one.key());
                values.put("seenBy", privately ? true : null);
                if (!one.number().isEmpty() && numbers.add(one.number())) {
                    values.put(Register.REF, one.number());
                }
                rows.add(values);
            }
            var outcomes = requirements.acts().addAll(requirements, me, engagement, rows);
            var again = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 0; i < rows.size(); i++) {
                if (outcomes.get(i) instanceof RowOutcome.Refused) {
                    // The number is that of a row that only others see.
                    rows.get(i).remove(Register.REF);
                    again.add(rows.get(i));
                }
            }
            var second = again.isEmpty()
                    ? List.<RowOutcome>of()
                    : requirements.acts().addAll(requirements, me, engagement, again);
            return (int) Stream.concat(outcomes.stream(), second.stream())
                    .filter(RowOutcome.Done.class::isInstance)
                    .count();
        });
    }

    /// The texts that the register has, as they are compared.
    private Set<String> known(EngagementId engagement) {
        return traces.asked(engagement).stream()
                .map(one -> RequirementsInDocument.words(one.text(), " "))
                .collect(Collectors.toSet());
    }
}
