package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No secret lies in the repository. Each kind is known by its form, as those who give them out chose it to be.
class SecretsTest {

    private static final long LARGEST = 5_000_000;

    private static final Map<String, Pattern> KINDS = new TreeMap<>(Map.of(
            "a private key",
            Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
            "a key of AWS",
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a token of GitHub",
            Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{60,})"),
            "a token of Fram",
            Pattern.compile("\\bfram_[0-9A-Za-z]{49}\\b"),
            "a token of GitLab",
            Pattern.compile("\\bglpat-[\\w-]{20,}"),
            "a token of Slack",
            Pattern.compile("\\bxox[abprs]-[\\w-]{20,}"),
            "a key of Google",
            Pattern.compile("\\bAIza[\\w-]{35}"),
            "a key of Stripe",
            Pattern.compile("\\b[rs]k_live_\\w{20,}"),
            "a signed token",
            Pattern.compile("\\beyJ[\\w-]{15,}\\.eyJ[\\w-]{15,}\\.[\\w-]{20,}")));

    @Test
    void noneLiesInTheRepository() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : Repository.files()) {
            if (Files.size(file) <= LARGEST) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                kinds(text)
                        .forEach(kind -> found.add(
                                "%s in %s".formatted(kind, Repository.root().relativize(file))));
            }
        }

        assertThat(found).isEmpty();
    }

    /// Put together here, so that they are none themselves.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE+ KEY-----",
                "AKIA+IOSFODNN7EXAMPLE",
                "ghp+_0123456789abcdefghijABCDEFGHIJ012345",
                "fram+_0123456789abcdefghijABCDEFGHIJ0123456789abcdefghi",
                "glpat+-0123456789abcdefghij",
                "xoxb+-0123456789-abcdefghijk",
                "AIza+0123456789abcdefghijABCDEFGHIJ01234",
                "sk_live+_0123456789abcdefghij",
                "eyJ+hbGciOiJIUzI1NiJ9.eyJ+zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"
            })
    void eachKindIsFoundWhereItLies(String secret) {
        assertThat(kinds("x = '" + secret.replace("+", "") + "'")).hasSize(1);
    }

    private static List<String> kinds(String text) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
