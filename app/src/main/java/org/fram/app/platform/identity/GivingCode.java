package org.fram.app.platform.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.secrets.LostSecretException;
import org.fram.app.platform.secrets.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The second step of signing in: a code of the app, or one for recovery.
@Component
class GivingCode {

    private static final Logger LOG = LoggerFactory.getLogger(GivingCode.class);

    private final Transactions transactions;
    private final SecondFactors factors;
    private final Secrets secrets;
    private final Sessions sessions;
    private final People people;
    private final FailedSignIns failures;
    private final SignIns signIns;
    private final InstantSource clock;

    GivingCode(
            Transactions transactions,
            SecondFactors factors,
            Secrets secrets,
            Sessions sessions,
            People people,
            FailedSignIns failures,
            SignIns signIns,
            InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.secrets = secrets;
        this.sessions = sessions;
        this.people = people;
        this.failures = failures;
        this.signIns = signIns;
        this.clock = clock;
    }

    /// What came of giving a code.
    sealed interface Outcome {

        record Welcome(PersonId person, Way way) implements Outcome {}

        /// It is not the code, or was used before.
        record Refused() implements Outcome {}

        /// It failed too often: the password is asked again, some minutes later.
        record TooOften() implements Outcome {}

        /// The password was given too long ago, or never.
        record TooLate() implements Outcome {}
    }

    /// Who is awaited in a pending session.
    Optional<HalfSignedIn> awaited(String token) {
        return transactions.as(SigningIn.TASK, () -> sessions.findPending(token));
    }

    Outcome give(String token, String code, Device device) {
        var awaited = awaited(token);
        if (awaited.isEmpty()) {
            return new Outcome.TooLate();
        }
        var person = awaited.get().id();
        String counted = "code " + person;
        return transactions.as(SigningIn.TASK, () -> {
            if (failures.tooMany(counted, device.address())) {
                sessions.end(token);
                return new Outcome.TooOften();
            }
            var way = way(person, code);
            if (way.isEmpty()) {
                failures.add(counted, device.address());
                signIns.add(person, Way.PASSWORD_AND_CODE, false, device.browser());
                return new Outcome.Refused();
            }
            failures.forget(counted);
            people.find(person).ifPresent(known -> failures.forget(known.email()));
            return new Outcome.Welcome(person, way.get());
        });
    }

    private Optional<Way> way(PersonId person, String code) {
        if (RecoveryCodes.looksLikeOne(code)) {
            return factors.useRecoveryCode(person, RecoveryCodes.hash(code))
                    ? Optional.of(Way.PASSWORD_AND_RECOVERY_CODE)
                    : Optional.empty();
        }
        var kept = factors.counting(person);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] secret = secrets.open(
                    SettingUpSecondFactor.purpose(person), kept.get().secret().toArray());
            var step = TimeCodes.step(
                    secret, plain(code), clock.instant(), kept.get().lastStep());
            return step.isPresent() && factors.use(person, step.getAsLong())
                    ? Optional.of(Way.PASSWORD_AND_CODE)
                    : Optional.empty();
        } catch (LostSecretException lost) {
            LOG.error("The second factor of {} cannot be checked: {}", person, lost.getMessage());
            return Optional.empty();
        }
    }

    /// Digits as apps show them, without the gap in the middle.
    static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}
