package org.fram.app.operation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.schema.migrations.Step;
import org.jspecify.annotations.Nullable;

/// What an archive says about itself: `manifest.json` in it. `docs/reference/backup-format.md` describes it.
///
/// @param format which version of the format this is
/// @param program the Fram that wrote it
/// @param time when its state is from
/// @param engagement the one that it carries, or null where it carries a whole installation
/// @param schema the steps that its database had
/// @param tables in an order in which each stands after those that it refers to
/// @param sequences the numbers that were given last
/// @param files its contents
/// @param missing digests of contents that rows name and that were not there
/// @param ledgers the chains of its engagements
record Manifest(
        int format,
        String program,
        Instant time,
        @Nullable Carried engagement,
        List<Step> schema,
        List<Table> tables,
        List<Sequence> sequences,
        List<Content> files,
        List<String> missing,
        List<Chain> ledgers) {

    /// The version of the format that is written here.
    static final int FORMAT = 1;

    Manifest {
        requireNonNull(program);
        requireNonNull(time);
        schema = List.copyOf(schema);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
        ledgers = List.copyOf(ledgers);
    }

    /// An engagement that is carried.
    record Carried(UUID id, String name) {

        Carried {
            requireNonNull(id);
            requireNonNull(name);
        }
    }

    /// A table's rows, in `tables/NAME` as PostgreSQL's COPY writes text.
    record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

        Table {
            requireNonNull(name);
            requireNonNull(sha256);
            columns = List.copyOf(columns);
        }

        String part() {
            return "tables/" + name;
        }
    }

    /// A sequence and the number that it gave last, or null where it gave none.
    record Sequence(String name, @Nullable Long last) {

        Sequence {
            requireNonNull(name);
        }
    }

    /// A content, in `files/NAME`.
    ///
    /// @param name the digest under which it lay
    /// @param sha256 what it really is; another one than its name where it was damaged
    record Content(String name, long bytes, String sha256) {

        Content {
            requireNonNull(name);
            requireNonNull(sha256);
        }

        String part() {
            return "files/" + name;
        }

        boolean damaged() {
            return !name.equals(sha256);
        }
    }

    /// The ledger of an engagement.
    ///
    /// @param head the hash of its last entry
    /// @param whole whether nothing in it was changed
    record Chain(UUID engagement, long entries, String head, boolean whole) {

        Chain {
            requireNonNull(engagement);
            requireNonNull(head);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long bytesOfFiles() {
        return files.stream().mapToLong(Content::bytes).sum();
    }
}
