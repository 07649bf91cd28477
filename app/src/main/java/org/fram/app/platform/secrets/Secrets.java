package org.fram.app.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.fram.app.platform.start.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals secrets that lie in the database, and opens them again: AES-256 in Galois counter mode, with the key
/// of this installation. Whoever has the database alone, or a copy of it, reads none of them.
@Component
public class Secrets {

    /// A first byte, so that another way of sealing can be told from this one.
    private static final byte FORM = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Settings settings;
    private @Nullable SecretKey key;

    Secrets(Settings settings) {
        this.settings = settings;
    }

    /// Seals a secret.
    ///
    /// @param purpose what it is and whose, to be said again for opening it: sealed bytes that were moved to
    /// another row do not open there
    public byte[] seal(String purpose, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has AES.", absent);
        }
    }

    /// Opens what was sealed.
    ///
    /// @throws LostSecretException where it does not open
    public byte[] open(String purpose, byte[] sealed) throws LostSecretException {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORM) {
            throw new LostSecretException(new IllegalArgumentException("It is not sealed."));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES), purpose)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException wrong) {
            throw new LostSecretException(wrong);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has AES.", absent);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }

    /// The key is looked for when it is first needed: commands that only look at data need none.
    private synchronized SecretKey key() {
        var known = key;
        if (known == null) {
            var given = settings.identity().secretKey();
            known = given != null ? given : KeyFile.of(settings.home());
            key = known;
        }
        return known;
    }
}
