package org.fram.app.platform.notices;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.testing.RunningApp;
import org.jooq.DSLContext;

/// Notices as they are where no mail server is set up.
public final class NoMail {

    private NoMail() {}

    /// On the data of the shared application.
    public static Notices notices() {
        var app = RunningApp.shared();
        return new Notices(
                app.get(DSLContext.class),
                app.get(InstantSource.class),
                app.get(Bell.class),
                app.get(Outbox.class),
                List.copyOf(app.all(NoticeKind.class)),
                new Settings(
                        Path.of("target"),
                        "localhost",
                        0,
                        null,
                        false,
                        "text",
                        null,
                        null,
                        null,
                        IdentitySettings.NONE,
                        TrafficSettings.USUAL));
    }
}
