package org.fram.app.calendar;

import org.fram.app.platform.access.Code;

/// For whom a calendar is.
public enum Whom implements Code {
    EVERYBODY {
        @Override
        public boolean has(Happening happening) {
            return true;
        }
    },
    /// The party of whoever looks.
    PARTY {
        @Override
        public boolean has(Happening happening) {
            return happening.ours();
        }
    },
    /// Whoever looks.
    ME {
        @Override
        public boolean has(Happening happening) {
            return happening.mine();
        }
    };

    /// Whether something is on it.
    public abstract boolean has(Happening happening);
}
