package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.FAILED_SIGN_IN;

import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Counts failed sign-ins, so that passwords cannot be guessed by trying. The count is in the database: it
/// survives a restart and holds for all servers together. Is asked within a transaction of the task
/// `sign-in`.
@Component
class FailedSignIns {

    /// Failures within this time count.
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /// So many failures for one account, and for one network address, which several people may share.
    private static final int PER_ACCOUNT = 8;

    private static final int PER_ADDRESS = 40;

    private final DSLContext database;
    private final InstantSource clock;

    FailedSignIns(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether it failed too often.
    ///
    /// @param account an e-mail address, or what else is counted by itself
    boolean tooMany(String account, String address) {
        return tooMany(account) || tooManyFrom(address);
    }

    /// The same for whoever is at a network address.
    boolean tooManyFrom(String address) {
        return count("address " + address) >= PER_ADDRESS;
    }

    /// The same for somebody who is known, wherever they are.
    boolean tooMany(String account) {
        return count("account " + account) >= PER_ACCOUNT;
    }

    void add(String account, String address) {
        add(account);
        addFrom(address);
    }

    void add(String account) {
        addSubject("account " + account);
    }

    void addFrom(String address) {
        addSubject("address " + address);
    }

    private void addSubject(String subject) {
        var now = clock.instant();
        database.insertInto(FAILED_SIGN_IN, FAILED_SIGN_IN.SUBJECT, FAILED_SIGN_IN.AT)
                .values(Hashes.sha256(subject), now)
                .execute();
        database.deleteFrom(FAILED_SIGN_IN)
                .where(FAILED_SIGN_IN.AT.lt(now.minus(WINDOW)))
                .execute();
    }

    void forget(String account) {
        database.deleteFrom(FAILED_SIGN_IN)
                .where(FAILED_SIGN_IN.SUBJECT.eq(Hashes.sha256("account " + account)))
                .execute();
    }

    private int count(String subject) {
        return database.fetchCount(
                FAILED_SIGN_IN,
                FAILED_SIGN_IN.SUBJECT.eq(Hashes.sha256(subject)),
                FAILED_SIGN_IN.AT.ge(clock.instant().minus(WINDOW)));
    }
}
