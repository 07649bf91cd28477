package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fram.app.operation.Diagnosis.Notes;
import org.fram.app.platform.notices.MailTrial;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.GivenSettings;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.MailSettings;
import org.fram.app.platform.start.Setting;
import org.jspecify.annotations.Nullable;

/// Finds out what is wrong with an installation, and says what to do. It changes nothing.
///
/// Where no server works with the database that comes along, it is started for as long as that takes.
final class Doctor {

    private static final int JAVA = 25;
    private static final long LITTLE_ROOM = 1_000_000_000L;
    private static final Duration BACKUPS_AGE = Duration.ofDays(7);

    private final Installation installation;
    private final GivenSettings given;
    private final InstantSource clock;
    private final boolean hashes;
    private final Notes notes = new Notes();

    /// @param hashes whether each content is read and hashed
    Doctor(Installation installation, GivenSettings given, InstantSource clock, boolean hashes) {
        this.installation = installation;
        this.given = given;
        this.clock = clock;
        this.hashes = hashes;
    }

    /// Settings that make no sense: nothing else can be looked at.
    static Diagnosis of(CannotStartException settings, InstantSource clock) {
        var notes = new Notes();
        notes.wrong("settings", String.valueOf(settings.getMessage()), "Correct it; nothing else was looked at.");
        return notes.made(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    Diagnosis examine() throws SQLException, IOException {
        settings();
        java();
        if (folder()) {
            disk();
            new DatabaseExamination(installation, clock, hashes, notes).examine();
            mail();
            backup();
        }
        return notes.made(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private void settings() throws IOException {
        Path file = given.file();
        boolean secret = Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.secret() && given.fromFile().contains(setting.variable()));
        if (file != null && secret && othersRead(file)) {
            notes.wrong(
                    "settings",
                    "%s holds a secret, and others may read it.".formatted(file),
                    "chmod 600 %s".formatted(file));
            return;
        }
        String names = given.values().keySet().stream().sorted().collect(Collectors.joining(", "));
        notes.fine(
                "settings", (names.isEmpty() ? "nothing is set" : names) + (file == null ? "" : ", also by " + file));
    }

    private void java() {
        var version = Runtime.version();
        if (version.feature() == JAVA) {
            notes.fine("java", version.toString());
        } else {
            notes.wrong(
                    "java",
                    "Fram runs on Java %s, and is made for %d.".formatted(version, JAVA),
                    "Point FRAM_JAVA_HOME to a JDK %d.".formatted(JAVA));
        }
    }

    private boolean folder() throws IOException {
        Path home = installation.home();
        if (!Files.isDirectory(home)) {
            notes.wrong(
                    "folder",
                    "There is no folder %s.".formatted(home),
                    "Name the right one by FRAM_HOME, or make an installation with './fram serve'.");
            return false;
        }
        if (!Files.isReadable(home) || !Files.isWritable(home)) {
            notes.wrong(
                    "folder",
                    "The folder %s cannot be read and written by %s.".formatted(home, System.getProperty("user.name")),
                    "Run this as the user of the server, who owns the folder.");
            return false;
        }
        if (Files.exists(installation.restoring())) {
            notes.wrong(
                    "folder",
                    "A restore into %s did not finish.".formatted(home),
                    "Run './fram restore FILE' again, or remove %s.".formatted(installation.restoring()));
            return false;
        }
        Path password = installation.postgres().resolve("password");
        if (Files.exists(password) && othersRead(password)) {
            notes.wrong(
                    "folder",
                    "Others may read the database's password in %s.".formatted(password),
                    "chmod 600 %s".formatted(password));
            return true;
        }
        notes.fine("folder", home.toString());
        return true;
    }

    private static boolean othersRead(Path file) throws IOException {
        var may = Files.getPosixFilePermissions(file);
        return may.contains(PosixFilePermission.GROUP_READ) || may.contains(PosixFilePermission.OTHERS_READ);
    }

    private void disk() throws IOException {
        long free = Files.getFileStore(installation.home()).getUsableSpace();
        if (free < LITTLE_ROOM) {
            notes.wrong(
                    "disk",
                    "Only %s are free in %s.".formatted(Sizes.of(free), installation.home()),
                    "Make room: a database that cannot write stops.");
        } else {
            notes.fine("disk", Sizes.of(free) + " are free");
        }
    }

    private void mail() {
        var mail = MailSettings.of(given.values());
        if (mail == null) {
            notes.fine("mail", "none is sent: FRAM_MAIL_HOST is not set");
            return;
        }
        String server = mail.host() + ":" + mail.port();
        switch (MailTrial.of(mail)) {
            case MailTrial.Outcome.Answered _ -> notes.fine("mail", "%s lets us in".formatted(server));
            case MailTrial.Outcome.NoAnswer(var reason) ->
                notes.wrong(
                        "mail",
                        "The mail server %s cannot be reached: %s.".formatted(server, reason),
                        "Look at FRAM_MAIL_HOST, FRAM_MAIL_PORT and FRAM_MAIL_TLS, and whether a firewall is between. "
                                + "Mails wait meanwhile.");
            case MailTrial.Outcome.NotLetIn _ ->
                notes.wrong(
                        "mail",
                        "The mail server %s does not accept the user and the password.".formatted(server),
                        "Correct FRAM_MAIL_USER and FRAM_MAIL_PASSWORD. Mails wait meanwhile.");
        }
    }

    private void backup() {
        @Nullable Instant last = new LastBackup(installation.home()).time().orElse(null);
        if (last == null) {
            notes.wrong(
                    "backup",
                    "It was never backed up by './fram backup'.",
                    "Run './fram backup FILE' each night, and keep the file on another machine.");
            return;
        }
        var age = Duration.between(last, clock.instant());
        if (age.compareTo(BACKUPS_AGE) > 0) {
            notes.wrong(
                    "backup",
                    "The last backup is %d days old.".formatted(age.toDays()),
                    "Run './fram backup FILE' each night, and look why it no longer runs.");
        } else {
            notes.fine("backup", "the last one is of " + last);
        }
    }
}
