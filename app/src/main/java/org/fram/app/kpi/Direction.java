package org.fram.app.kpi;

import org.fram.app.platform.access.Code;

/// Which way a figure gets better.
public enum Direction implements Code {
    HIGHER,
    LOWER
}
