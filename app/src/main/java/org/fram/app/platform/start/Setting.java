package org.fram.app.platform.start;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that can be set, each under its name. `docs/reference/settings.md` says what each is.
public enum Setting {
    HOME(Reader.APPLICATION),
    PORT(Reader.APPLICATION),
    ADDRESS(Reader.APPLICATION),
    DATABASE_URL(Reader.APPLICATION, true),
    LOG(Reader.APPLICATION),
    METRICS_TOKEN(Reader.APPLICATION, true),
    PUBLIC_ADDRESS(Reader.APPLICATION),
    SECRET_KEY(Reader.APPLICATION, true),
    /// Each provider that it names has settings of its own, which begin with `FRAM_OIDC_` and the provider's name.
    OIDC(Reader.APPLICATION),
    MAIL_HOST(Reader.APPLICATION),
    MAIL_PORT(Reader.APPLICATION),
    MAIL_TLS(Reader.APPLICATION),
    MAIL_USER(Reader.APPLICATION),
    MAIL_PASSWORD(Reader.APPLICATION, true),
    MAIL_FROM(Reader.APPLICATION),
    API_REQUESTS_PER_MINUTE(Reader.APPLICATION),
    API_STRANGERS_PER_MINUTE(Reader.APPLICATION),
    WEBHOOKS_INSIDE(Reader.APPLICATION),
    WEBHOOKS_LONGEST(Reader.APPLICATION),
    WEBHOOKS_WAITS(Reader.APPLICATION),
    WEBHOOKS_PATIENCE(Reader.APPLICATION),
    /// Where the file is that sets the others.
    SETTINGS(Reader.ENVIRONMENT),
    DEBUG(Reader.ENVIRONMENT),
    JAVA_HOME(Reader.LAUNCHER),
    JAVA_OPTS(Reader.LAUNCHER),
    MVN(Reader.LAUNCHER),
    INSTALL(Reader.LAUNCHER),
    CHROMIUM(Reader.LAUNCHER),
    SOFFICE(Reader.LAUNCHER);

    private static final Pattern OF_A_PROVIDER =
            Pattern.compile("FRAM_OIDC_[A-Z0-9]+_(?:ISSUER|CLIENT|SECRET|NAME|DOMAINS|ACCOUNTS)");

    private final Reader reader;
    private final boolean secret;

    Setting(Reader reader) {
        this(reader, false);
    }

    Setting(Reader reader, boolean secret) {
        this.reader = reader;
        this.secret = secret;
    }

    /// Who reads a setting, and where from.
    enum Reader {
        /// The application, from the environment or the file.
        APPLICATION,
        /// The application, from the environment alone.
        ENVIRONMENT,
        /// The script `fram`, from the environment alone.
        LAUNCHER
    }

    /// As it stands in the environment and in the file: `FRAM_PORT`.
    public String variable() {
        return "FRAM_" + name();
    }

    /// Whether nobody may see what it is set to.
    public boolean secret() {
        return secret;
    }

    Reader reader() {
        return reader;
    }

    /// The setting of that name.
    static Optional<Setting> of(String variable) {
        if (OF_A_PROVIDER.matcher(variable).matches()) {
            return Optional.of(OIDC);
        }
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /// The names of those that the application reads from the file.
    static List<String> ofTheFile() {
        return Arrays.stream(values())
                .filter(setting -> setting.reader == Reader.APPLICATION)
                .map(Setting::variable)
                .toList();
    }

    /// All names.
    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
