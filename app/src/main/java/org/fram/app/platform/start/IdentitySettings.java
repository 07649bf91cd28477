package org.fram.app.platform.start;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What the environment says about signing in.
///
/// @param secretKey seals secrets in the database, or null where a file in `FRAM_HOME` holds it
/// @param providers with whose accounts people sign in
public record IdentitySettings(@Nullable SecretKey secretKey, List<OpenIdProvider> providers) {

    /// Nothing is said.
    public static final IdentitySettings NONE = new IdentitySettings(null, List.of());

    private static final int KEY_BYTES = 32;

    static IdentitySettings of(Map<String, String> environment) {
        String key = Settings.given(environment, "FRAM_SECRET_KEY");
        return new IdentitySettings(key == null ? null : key(key, "FRAM_SECRET_KEY"), OpenIdProvider.of(environment));
    }

    /// Reads a key.
    ///
    /// @param source where it stands, for the message
    /// @throws CannotStartException where the text is none
    public static SecretKey key(String text, String source) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below, like one of another length.
        }
        throw new CannotStartException(
                "%s holds no key: that is 32 bytes in Base64, as 'openssl rand -base64 32' prints.".formatted(source));
    }
}
