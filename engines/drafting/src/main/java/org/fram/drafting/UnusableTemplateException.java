package org.fram.drafting;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A template that cannot be used. The message names all that is wrong with it, a line each, and is
/// ready to be shown.
public final class UnusableTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param mistakes one or more, in the order of their lines
    public UnusableTemplateException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(joining("\n")));
    }
}
