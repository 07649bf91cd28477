package org.fram.app.platform.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /// The example that libraries of Standard Webhooks are tested with.
    @Test
    void isThatOfTheStandard() {
        var secret = Signature.key(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(Signature.of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsCopiedAsTheStandardHasIt() {
        assertThat(Signature.text(Signature.secret())).matches("whsec_[A-Za-z0-9+/]{43}=");
    }
}
