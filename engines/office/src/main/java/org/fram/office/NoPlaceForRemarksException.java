package org.fram.office;

import java.nio.file.Path;

/// A document that can be read but cannot carry remarks; the message is ready to be shown.
public final class NoPlaceForRemarksException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoPlaceForRemarksException(Path source, Document.Format format) {
        super(source + ": a " + (format == Document.Format.MARKDOWN ? "Markdown" : "text")
                + " file cannot carry comments. Save it as DOCX and annotate that, or write the HTML report.");
    }
}
