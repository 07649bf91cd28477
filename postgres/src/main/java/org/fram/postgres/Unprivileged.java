package org.fram.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How programs are run without the rights of root, which PostgreSQL refuses to have.
///
/// Whoever is not root runs them as they are. Root gives them to the user `nobody`, who then owns the data.
/// A folder below root's own home `nobody` could not even walk into; there the process keeps the one
/// capability of walking into folders, or where a container withholds that one, of passing over file modes,
/// or it gets a user namespace of its own.
///
/// @param prefix goes before the command
/// @param owner who the data's files are to belong to, as `uid:gid`; empty where it is whoever runs this
record Unprivileged(List<String> prefix, String owner) {

    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /// The first way in which PostgreSQL's own program finds its like and can read a file of its data,
    /// which belongs to that user from here on.
    static Unprivileged running(Binaries binaries, Path file) {
        if (!root()) {
            return new Unprivileged(List.of(), "");
        }
        var ways = List.of(
                new Unprivileged(AS_NOBODY, NOBODY + ":" + NOBODY),
                asNobodyWith("dac_read_search"),
                asNobodyWith("dac_override"),
                new Unprivileged(List.of("unshare", "--user"), "0:0"));
        return ways.stream()
                .filter(way -> way.works(binaries, file))
                .findFirst()
                .orElseThrow(() -> new PostgresException(
                        ("PostgreSQL does not run as root, and no other user can be given %s: this needs 'setpriv' "
                                        + "or 'unshare' of util-linux. Start Fram as another user, or point FRAM_HOME "
                                        + "to a folder that everyone can walk into, such as /var/lib/fram.")
                                .formatted(file.getParent())));
    }

    private boolean works(Binaries binaries, Path file) {
        own(file);
        var trial = Commands.run(command(
                "sh",
                "-c",
                "test -r \"$1\" && exec \"$2\" --show --pgdata=\"$1.d\"",
                "sh",
                file.toString(),
                binaries.program("initdb")));
        return trial.fine() && !trial.output().contains("Permission denied");
    }

    List<String> command(String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /// Gives a file, or a folder with all in it, to the user that the programs run as.
    void own(Path path) {
        if (!owner.isEmpty() && Files.exists(path)) {
            var chown = Commands.run(List.of("chown", "-R", owner, path.toString()));
            if (!chown.fine()) {
                throw new PostgresException("%s cannot be given to another user: %s"
                        .formatted(path, chown.output().strip()));
            }
        }
    }

    private static Unprivileged asNobodyWith(String capability) {
        var prefix = new ArrayList<>(AS_NOBODY);
        // Without the secure bit the system would forget the capability where a program asks what it may
        // access.
        prefix.addAll(
                List.of("--securebits=+no_setuid_fixup", "--inh-caps=+" + capability, "--ambient-caps=+" + capability));
        return new Unprivileged(prefix, NOBODY + ":" + NOBODY);
    }

    private static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
