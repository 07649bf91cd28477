package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.PASSKEY;

import fram.schema.identity.tables.records.PasskeyRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Passkeys as they are kept. Is asked within a transaction of the person or of the task `sign-in`.
@Component
class Passkeys {

    private final DSLContext database;
    private final InstantSource clock;

    Passkeys(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A passkey.
    ///
    /// @param name that its owner gave it
    /// @param used last, or null where it never was
    record Passkey(
            UUID id,
            PersonId person,
            String name,
            Instant created,
            @Nullable Instant used,
            Credential credential) {}

    /// What a device gave of a key pair.
    ///
    /// @param id by which devices know it
    /// @param data what the device is, the id and the public key, as WebAuthn writes them
    /// @param signCount of the last answer
    /// @param backupEligible whether it can be on several devices
    /// @param transports by which it is reached, separated by commas
    record Credential(Bytes id, Bytes data, long signCount, boolean backupEligible, String transports) {}

    /// Somebody's, in the order in which they were made.
    List<Passkey> of(PersonId person) {
        return database.selectFrom(PASSKEY)
                .where(PASSKEY.PERSON_ID.eq(person.value()))
                .orderBy(PASSKEY.CREATED, PASSKEY.ID)
                .fetch(Passkeys::passkey);
    }

    Optional<Passkey> byCredential(Bytes credentialId) {
        return database.selectFrom(PASSKEY)
                .where(PASSKEY.CREDENTIAL_ID.eq(credentialId.toArray()))
                .fetchOptional(Passkeys::passkey);
    }

    /// Keeps a new one.
    ///
    /// @return whether it is new
    boolean add(PersonId person, String name, Credential credential) {
        return database.insertInto(PASSKEY)
                        .set(PASSKEY.ID, Ids.next())
                        .set(PASSKEY.PERSON_ID, person.value())
                        .set(PASSKEY.CREDENTIAL_ID, credential.id().toArray())
                        .set(PASSKEY.CREDENTIAL, credential.data().toArray())
                        .set(PASSKEY.SIGN_COUNT, credential.signCount())
                        .set(PASSKEY.BACKUP_ELIGIBLE, credential.backupEligible())
                        .set(PASSKEY.TRANSPORTS, credential.transports())
                        .set(PASSKEY.NAME, name)
                        .set(PASSKEY.CREATED, clock.instant())
                        .onConflict(PASSKEY.CREDENTIAL_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /// Notes that one has answered.
    ///
    /// @param signCount that it gave
    void use(UUID id, long signCount) {
        database.update(PASSKEY)
                .set(PASSKEY.SIGN_COUNT, signCount)
                .set(PASSKEY.USED, clock.instant())
                .where(PASSKEY.ID.eq(id))
                .execute();
    }

    void remove(PersonId person, UUID id) {
        database.deleteFrom(PASSKEY)
                .where(PASSKEY.ID.eq(id))
                .and(PASSKEY.PERSON_ID.eq(person.value()))
                .execute();
    }

    private static Passkey passkey(PasskeyRecord row) {
        return new Passkey(
                row.getId(),
                new PersonId(row.getPersonId()),
                row.getName(),
                row.getCreated(),
                row.getUsed(),
                new Credential(
                        Bytes.of(row.getCredentialId()),
                        Bytes.of(row.getCredential()),
                        row.getSignCount(),
                        row.getBackupEligible(),
                        row.getTransports()));
    }
}
