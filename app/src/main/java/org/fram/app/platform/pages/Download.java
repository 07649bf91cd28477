package org.fram.app.platform.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer that is a file to keep.
public final class Download {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /// A Word document.
    public static final MediaType DOCX = MediaType.parseMediaType(OFFICE + "wordprocessingml.document");

    /// A workbook of Excel.
    public static final MediaType XLSX = MediaType.parseMediaType(OFFICE + "spreadsheetml.sheet");

    private Download() {}

    /// A file under a name.
    ///
    /// @param name with its ending, in any language
    public static ResponseEntity<byte[]> of(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
