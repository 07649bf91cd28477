package org.fram.app.platform.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.start.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What browsers are asked for passkeys, and whether their answers are right.
///
/// Source: Web Authentication, level 3. A device has to recognize its owner (user verification), so that what they have
/// and what they are or know count together. Which make of device it is nobody asks (no attestation).
@Component
class WebAuthn {

    /// ES256, EdDSA, RS256: what devices have.
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private static final boolean USER_VERIFIED = true;

    private final PublicAddress address;
    private final JsonMapper json;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    WebAuthn(PublicAddress address, JsonMapper json) {
        this.address = address;
        this.json = json;
    }

    /// An answer was not what it should be.
    static final class RefusedException extends Exception {

        RefusedException(@Nullable Throwable cause) {
            super("A passkey's answer is refused.", cause);
        }
    }

    /// Asks a browser to make a passkey, as JSON.
    ///
    /// @param present those that the person has already, for each device has one
    String creation(Challenges.Challenge challenge, Person person, List<Passkeys.Passkey> present) {
        return asked(
                challenge,
                Map.of(
                        "rp",
                        Map.of("id", rpId(), "name", "Fram"),
                        "user",
                        Map.of("id", base64(handle(person.id())), "name", person.email(), "displayName", person.name()),
                        "challenge",
                        base64(challenge.bytes().toArray()),
                        "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                                .toList(),
                        "timeout",
                        Challenges.LIFETIME.toMillis(),
                        "excludeCredentials",
                        descriptors(present),
                        "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                        "attestation",
                        "none"));
    }

    /// Asks a browser to have a passkey answer, as JSON.
    ///
    /// @param allowed those that may; any where it is empty
    String request(Challenges.Challenge challenge, List<Passkeys.Passkey> allowed) {
        return asked(
                challenge,
                Map.of(
                        "challenge",
                        base64(challenge.bytes().toArray()),
                        "rpId",
                        rpId(),
                        "allowCredentials",
                        descriptors(allowed),
                        "userVerification",
                        "required",
                        "timeout",
                        Challenges.LIFETIME.toMillis()));
    }

    /// The credential that a browser has made.
    ///
    /// @param answer of the browser, as JSON
    Passkeys.Credential made(String answer, Bytes challenge) throws RefusedException {
        try {
            var parameters = new RegistrationParameters(
                    server(challenge),
                    ALGORITHMS.stream()
                            .map(algorithm ->
                                    new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                            .toList(),
                    USER_VERIFIED);
            RegistrationData said = parsed(manager::parseRegistrationResponseJSON, answer);
            var made = manager.verify(said, parameters);
            var object = made.getAttestationObject();
            var credential =
                    object == null ? null : object.getAuthenticatorData().getAttestedCredentialData();
            if (object == null || credential == null) {
                throw new RefusedException(null);
            }
            Set<AuthenticatorTransport> transports = made.getTransports() == null ? Set.of() : made.getTransports();
            return new Passkeys.Credential(
                    Bytes.of(credential.getCredentialId()),
                    Bytes.of(credentials.convert(credential)),
                    object.getAuthenticatorData().getSignCount(),
                    object.getAuthenticatorData().isFlagBE(),
                    transports.stream()
                            .map(AuthenticatorTransport::getValue)
                            .sorted()
                            .collect(Collectors.joining(",")));
        } catch (DataConversionException | VerificationException | IllegalArgumentException wrong) {
            throw new RefusedException(wrong);
        }
    }

    /// The id of the credential that answered; empty where the answer makes no sense.
    Optional<Bytes> credentialId(String answer) {
        try {
            Object id = parsed(manager::parseAuthenticationResponseJSON, answer).getCredentialId();
            return id instanceof byte[] bytes ? Optional.of(Bytes.of(bytes)) : Optional.empty();
        } catch (RefusedException wrong) {
            return Optional.empty();
        }
    }

    /// What somebody sent, where it can be read as an answer at all. What cannot, the library meets with exceptions of
    /// many kinds, down to those of a missing part.
    private static <T> T parsed(Function<String, T> parser, String answer) throws RefusedException {
        try {
            return parser.apply(answer);
        } catch (RuntimeException senseless) {
            throw new RefusedException(senseless);
        }
    }

    /// Checks an answer.
    ///
    /// @return the count of answers that the device gives
    long answered(String answer, Bytes challenge, Passkeys.Passkey passkey) throws RefusedException {
        try {
            var kept = passkey.credential();
            var record = new CredentialRecordImpl(
                    null,
                    true,
                    kept.backupEligible(),
                    null,
                    kept.signCount(),
                    credentials.convert(kept.data().toArray()),
                    null,
                    null,
                    null,
                    null);
            var parameters = new AuthenticationParameters(
                    server(challenge), record, List.of(kept.id().toArray()), USER_VERIFIED);
            AuthenticationData said = parsed(manager::parseAuthenticationResponseJSON, answer);
            var answered = manager.verify(said, parameters);
            var data = answered.getAuthenticatorData();
            Object owner = answered.getUserHandle();
            if (data == null || owner instanceof byte[] handle && !Arrays.equals(handle, handle(passkey.person()))) {
                throw new RefusedException(null);
            }
            return data.getSignCount();
        } catch (DataConversionException | VerificationException | IllegalArgumentException wrong) {
            throw new RefusedException(wrong);
        }
    }

    private String asked(Challenges.Challenge challenge, Map<String, Object> options) {
        return json.writeValueAsString(Map.of("challenge", challenge.id(), "options", options));
    }

    private ServerProperty server(Bytes challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.origin().toString()))
                .rpId(rpId())
                .challenge(new DefaultChallenge(challenge.toArray()))
                .build();
    }

    private String rpId() {
        return address.origin().getHost();
    }

    private static List<Map<String, Object>> descriptors(List<Passkeys.Passkey> passkeys) {
        return passkeys.stream()
                .map(Passkeys.Passkey::credential)
                .map(credential -> Map.<String, Object>of(
                        "type",
                        "public-key",
                        "id",
                        base64(credential.id().toArray()),
                        "transports",
                        Arrays.stream(credential.transports().split(","))
                                .filter(transport -> !transport.isEmpty())
                                .toList()))
                .toList();
    }

    private static byte[] handle(PersonId person) {
        UUID id = person.value();
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
