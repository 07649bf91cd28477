package org.fram.app.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Putting a file into an engagement.
@Component
public class KeepingFile {

    private final Transactions transactions;
    private final Authority authority;
    private final ContentStore contents;
    private final StoredFiles files;
    private final UploadLimits limits;
    private final InstantSource clock;

    KeepingFile(
            Transactions transactions,
            Authority authority,
            ContentStore contents,
            StoredFiles files,
            UploadLimits limits,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.contents = contents;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk.
        record Kept(StoredFile file) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// A file as it arrives.
    ///
    /// @param name as it was given; folders in it are ignored
    /// @param endings that the name may have, in lower case, without the full stop
    public record Arrival(String name, Set<String> endings, InputStream stream) {}

    /// Keeps it, or says why that cannot be.
    ///
    /// @param privateTo the party that alone sees it, or null for all of the engagement
    public Outcome keep(Actor.Person person, EngagementId engagement, @Nullable PartyId privateTo, Arrival arrival) {
        // Before anything is written to the disk.
        transactions.as(person, () -> authority.require(person, Act.CONTRIBUTE, engagement));
        String name = FileName.of(arrival.name());
        if (!arrival.endings().contains(ending(name))) {
            return new Outcome.Refused(
                    Text.of("files.refused.type", name, String.join(", ", new TreeSet<>(arrival.endings()))));
        }
        Content content;
        try {
            content = contents.put(arrival.stream(), limits.mostBytesOfAFile());
        } catch (TooLargeException _) {
            return new Outcome.Refused(Text.of("files.refused.large", name, limits.mostMegabytesOfAFile()));
        } catch (IOException failure) {
            return new Outcome.Refused(
                    DiskFull.explains(failure)
                            ? Text.of("files.refused.diskFull", name)
                            : Text.of("files.refused.broken", name));
        }
        if (content.bytes() == 0) {
            return new Outcome.Refused(Text.of("files.refused.empty", name));
        }
        var file = new StoredFile(FileId.next(), engagement, name, content, person.id(), clock.instant());
        transactions.run(person, () -> files.add(file, privateTo));
        return new Outcome.Kept(file);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
