package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.PASSWORD;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords, kept as hashes of Argon2id: 19 MiB of memory, two passes, one lane, a salt each.
///
/// Source of these parameters: OWASP, *Password storage cheat sheet*, 2023.
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /// Letters and digits that nobody takes for one another.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GENERATED_LENGTH = 14;

    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final InstantSource clock;

    /// @param memoryKib of a hash; less than the default is for tests, which hash a lot
    Passwords(
            DSLContext database,
            InstantSource clock,
            @Value("${fram.passwords.memory-kib:" + MEMORY_KIB + "}") int memoryKib) {
        this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, PASSES);
        this.database = database;
        this.clock = clock;
    }

    /// A password as it is kept.
    ///
    /// @param temporary whether it is to be changed at the next sign-in
    record Kept(String hash, boolean temporary) {}

    Optional<Kept> of(PersonId person) {
        return database.selectFrom(PASSWORD)
                .where(PASSWORD.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> new Kept(row.getHash(), row.getTemporary()));
    }

    void set(PersonId person, String hash, boolean temporary) {
        var now = clock.instant();
        database.insertInto(PASSWORD)
                .set(PASSWORD.PERSON_ID, person.value())
                .set(PASSWORD.HASH, hash)
                .set(PASSWORD.TEMPORARY, temporary)
                .set(PASSWORD.CHANGED, now)
                .onConflict(PASSWORD.PERSON_ID)
                .doUpdate()
                .set(PASSWORD.HASH, hash)
                .set(PASSWORD.TEMPORARY, temporary)
                .set(PASSWORD.CHANGED, now)
                .execute();
    }

    /// Hashes a password; takes some tens of milliseconds, on purpose, so not within a transaction.
    String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("There is no password to hash.");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /// A new password that can be read out and typed: 14 signs of 31, some 69 bits.
    String generate() {
        return signs(random, GENERATED_LENGTH);
    }

    /// So many signs that can be read out and typed.
    static String signs(SecureRandom random, int length) {
        var signs = new StringBuilder();
        for (int i = 0; i < length; i++) {
            signs.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return signs.toString();
    }
}
