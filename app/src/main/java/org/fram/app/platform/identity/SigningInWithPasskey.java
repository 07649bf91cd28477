package org.fram.app.platform.identity;

import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.springframework.stereotype.Component;

/// Signing in with a passkey, which says who one is and proves it.
@Component
class SigningInWithPasskey {

    private static final String ABOUT = "sign in";

    private final Transactions transactions;
    private final AskingPasskeys asking;
    private final FailedSignIns failures;
    private final SignIns signIns;

    SigningInWithPasskey(Transactions transactions, AskingPasskeys asking, FailedSignIns failures, SignIns signIns) {
        this.transactions = transactions;
        this.asking = asking;
        this.failures = failures;
        this.signIns = signIns;
    }

    /// What came of it.
    sealed interface Outcome {

        record Welcome(PersonId person) implements Outcome {}

        /// It is no passkey of anybody here, or its answer is wrong or came too late.
        record Refused() implements Outcome {}

        record TooOften() implements Outcome {}
    }

    /// What a browser is to ask, as JSON.
    String ask() {
        return asking.ask(null, ABOUT);
    }

    Outcome signIn(String challenge, String assertion, Device device) {
        if (transactions.<Boolean>as(SigningIn.TASK, () -> failures.tooManyFrom(device.address()))) {
            return new Outcome.TooOften();
        }
        var answer = asking.look(null, ABOUT, challenge, assertion);
        if (answer.right()) {
            return new Outcome.Welcome(answer.passkey().orElseThrow().person());
        }
        transactions.run(SigningIn.TASK, () -> {
            failures.addFrom(device.address());
            answer.passkey().ifPresent(known -> signIns.add(known.person(), Way.PASSKEY, false, device.browser()));
        });
        return new Outcome.Refused();
    }
}
