package org.fram.app.platform.notices;

import org.fram.app.platform.access.Code;

/// How a notice reaches somebody by mail. In the application it is there at once, however they choose.
public enum Delivery implements Code {
    /// By a mail of its own, outside of quiet hours.
    AT_ONCE,
    /// With others, at the time of the day or week that the reader chose.
    DIGEST,
    /// By no mail.
    NEVER
}
