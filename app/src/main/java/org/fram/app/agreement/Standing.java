package org.fram.app.agreement;

import java.util.List;
import java.util.Set;
import org.fram.app.platform.access.PartyId;
import org.fram.app.signing.SignatureRequest;
import org.jspecify.annotations.Nullable;

/// How far a statement of work is on its way to being in force.
///
/// @param ordinal of its newest version
/// @param sections of that version, in its order
/// @param parties that have to agree: those of both sides of the table, in their order
/// @param open the request by which the newest version is being signed, or null
/// @param inForce the version that all signed last, or null
public record Standing(
        int ordinal,
        List<Part> sections,
        List<PartyId> parties,
        @Nullable SignatureRequest open,
        @Nullable InForce inForce) {

    public Standing {
        sections = List.copyOf(sections);
        parties = List.copyOf(parties);
    }

    /// A section, and who agrees to it.
    ///
    /// @param assents to the words as they stand now
    /// @param stale to other words, in a version before
    /// @param remarks all that is said about it, the oldest first
    public record Part(Section section, List<Assent> assents, List<Assent> stale, List<Remark> remarks) {

        public Part {
            assents = List.copyOf(assents);
            stale = List.copyOf(stale);
            remarks = List.copyOf(remarks);
        }

        /// Whether these parties agree to it.
        public boolean agreed(List<PartyId> parties) {
            return assents.stream().map(Assent::party).toList().containsAll(parties);
        }

        /// How many remarks wait for an answer.
        public long openRemarks() {
            return remarks.stream().filter(Remark::isOpen).count();
        }
    }

    /// A version that all signed.
    public record InForce(int ordinal, SignatureRequest request) {}

    /// Sections to which not all parties agree.
    public List<Part> notAgreed() {
        return sections.stream().filter(part -> !part.agreed(parties)).toList();
    }

    /// Remarks that wait for an answer.
    public long openRemarks() {
        return sections.stream().mapToLong(Part::openRemarks).sum();
    }

    /// Whether these are the words of sections, so that none is agreed on that is not there.
    boolean has(String key) {
        return Set.copyOf(sections.stream().map(part -> part.section().key()).toList())
                .contains(key);
    }
}
