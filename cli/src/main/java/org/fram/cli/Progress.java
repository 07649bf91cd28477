package org.fram.cli;

import java.io.PrintWriter;

/// A line that says how far a command is with its files: `3/12 name …`. Only somebody who watches sees it, and only
/// where there are several.
final class Progress {

    private final int files;
    private final Terminal terminal;
    private final PrintWriter err;
    private int begun;

    Progress(int files, Terminal terminal, PrintWriter err) {
        this.files = files;
        this.terminal = terminal;
        this.err = err;
    }

    void next(String name) {
        begun++;
        if (shown()) {
            err.print("\r\u001b[K"
                    + Terminal.cut("%d/%d %s".formatted(begun, files, Terminal.safe(name)), terminal.width() - 2)
                    + " …");
            err.flush();
        }
    }

    /// Takes the line away, to make room for other output.
    void clear() {
        if (shown()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    void end() {
        clear();
    }

    private boolean shown() {
        return terminal.watched() && files > 1;
    }
}
