package org.fram.app.operation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The people of an engagement that comes in. Who has an account here under the same e-mail address is that person;
/// everyone else gets an account without a password, under the id that they had.
final class Newcomers {

    private static final String ARRIVING = "\"arriving " + Carried.PEOPLE + "\"";

    private final OwnersTransaction transaction;
    private final List<Renaming> renamings = new ArrayList<>();
    private int known;

    Newcomers(OwnersTransaction transaction) {
        this.transaction = transaction;
    }

    private record Renaming(UUID there, UUID here) {}

    /// Adds those who are new.
    ///
    /// @return their e-mail addresses
    List<String> settle() throws SQLException {
        refuseTakenIds();
        Tables.read(
                transaction.connection(),
                "select a.id, p.id from %s a join identity.person p on p.email = a.email order by a.email"
                        .formatted(ARRIVING),
                row -> {
                    known++;
                    var renaming = new Renaming(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    if (!renaming.there().equals(renaming.here())) {
                        renamings.add(renaming);
                    }
                });
        var added = new ArrayList<String>();
        Tables.read(transaction.connection(), """
                insert into identity.person (id, email, name, created)
                select id, email, name, created from %s a
                where not exists (select from identity.person p where p.email = a.email)
                order by email
                returning email
                """.formatted(ARRIVING), row -> added.add(row.getString(1)));
        return added;
    }

    /// How many were here already.
    int known() {
        return known;
    }

    /// Has waiting rows name the people of this installation. An id is one of a kind, so whatever is one is replaced,
    /// also within JSON; the ledger alone stays as it was.
    void rename(TableShape shape) throws SQLException {
        if (shape.schema().equals("ledger")) {
            return;
        }
        for (var renaming : renamings) {
            for (var column : shape.columns()) {
                String name = TableShape.quoted(column.name());
                String there = "'%s'::uuid".formatted(renaming.there());
                String here = "'%s'::uuid".formatted(renaming.here());
                switch (column.type()) {
                    case "uuid" -> update(shape, "%s = %s".formatted(name, here), "%s = %s".formatted(name, there));
                    case "uuid[]" ->
                        update(
                                shape,
                                "%s = array_replace(%s, %s, %s)".formatted(name, name, there, here),
                                "%s = any (%s)".formatted(there, name));
                    case "jsonb" ->
                        update(
                                shape,
                                "%s = replace(%s::text, %s::text, %s::text)::jsonb".formatted(name, name, there, here),
                                "strpos(%s::text, %s::text) > 0".formatted(name, there));
                    default -> {
                        // Names nobody.
                    }
                }
            }
        }
    }

    private void update(TableShape shape, String setting, String where) throws SQLException {
        transaction.execute("update %s set %s where %s".formatted(Arriving.table(shape), setting, where));
    }

    private void refuseTakenIds() throws SQLException {
        var taken = new ArrayList<String>();
        Tables.read(
                transaction.connection(),
                "select a.email from %s a join identity.person p on p.id = a.id where p.email <> a.email order by 1"
                        .formatted(ARRIVING),
                row -> taken.add(row.getString(1)));
        if (!taken.isEmpty()) {
            throw new RefusedException(
                    ("Somebody of the engagement is here under another e-mail address than there: %s. "
                                    + "Have the addresses agree, and export again.")
                            .formatted(Words.safe(String.join(", ", taken))));
        }
    }
}
