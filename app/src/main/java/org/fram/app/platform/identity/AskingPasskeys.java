package org.fram.app.platform.identity;

import java.util.List;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking for a passkey, and looking at its answer.
@Component
class AskingPasskeys {

    private final Transactions transactions;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;

    AskingPasskeys(Transactions transactions, Challenges challenges, Passkeys passkeys, WebAuthn webAuthn) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
    }

    /// An answer to a challenge.
    ///
    /// @param passkey that it is of, where there is such a one
    /// @param right whether it is right
    record Answer(Optional<Passkeys.Passkey> passkey, boolean right) {}

    /// What a browser is to ask, as JSON.
    ///
    /// @param person whose passkeys may answer; any may where it is null
    /// @param about what it is for
    String ask(@Nullable PersonId person, String about) {
        return transactions.<String>as(
                SigningIn.TASK,
                () -> webAuthn.request(
                        challenges.make(person, about), person == null ? List.of() : passkeys.of(person)));
    }

    /// Looks at an answer, which uses the challenge up.
    Answer look(@Nullable PersonId person, String about, String challenge, String assertion) {
        return transactions.as(SigningIn.TASK, () -> {
            var asked = challenges.take(challenge, person, about);
            var passkey = webAuthn.credentialId(assertion)
                    .flatMap(passkeys::byCredential)
                    .filter(found -> person == null || found.person().equals(person));
            if (asked.isEmpty() || passkey.isEmpty()) {
                return new Answer(passkey, false);
            }
            try {
                long count = webAuthn.answered(assertion, asked.get(), passkey.get());
                passkeys.use(passkey.get().id(), count);
                return new Answer(passkey, true);
            } catch (WebAuthn.RefusedException wrong) {
                return new Answer(passkey, false);
            }
        });
    }
}
