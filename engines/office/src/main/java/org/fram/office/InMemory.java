package org.fram.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Files that are small enough to be held as bytes.
final class InMemory {

    private InMemory() {}

    /// Something that writes.
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// What is written. Memory takes all, so nothing fails.
    static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
