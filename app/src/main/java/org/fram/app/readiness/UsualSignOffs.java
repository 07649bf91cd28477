package org.fram.app.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.fram.app.platform.access.Code;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What is usually signed off before a site goes live. It is data, in `library/readiness/sign-offs.yaml`.
final class UsualSignOffs {

    private static final List<Usual> LIBRARY = read("/fram/library/readiness/sign-offs.yaml");

    private UsualSignOffs() {}

    /// Something that is usually signed off.
    ///
    /// @param id in the library
    /// @param eachSite whether each site signs it off for itself
    /// @param what is signed off
    /// @param why it is
    /// @param owner the role that usually sees to it
    /// @param days before go-live by which it is signed off
    record Usual(String id, SignOffKind kind, boolean eachSite, String what, String why, String owner, int days) {}

    /// All of them, in the order of the library.
    static List<Usual> all() {
        return LIBRARY;
    }

    private record Entry(String id, String kind, String where, String what, String why, String owner, int days) {

        private Usual usual() {
            return new Usual(id, Code.of(SignOffKind.class, kind), where.equals("each-site"), what, why, owner, days);
        }
    }

    private static List<Usual> read(String resource) {
        try (InputStream in = UsualSignOffs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            var entries = new YAMLMapper().readValue(in, new TypeReference<List<Entry>>() {});
            var ids = new HashSet<String>();
            for (var entry : entries) {
                if (!ids.add(entry.id())) {
                    throw new IllegalStateException("The usual sign-off '%s' is there twice.".formatted(entry.id()));
                }
            }
            return entries.stream().map(Entry::usual).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
