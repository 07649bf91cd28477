package org.fram.app.platform.files;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// How much may be uploaded.
@Component
public class UploadLimits {

    private final DataSize file;
    private final DataSize request;

    UploadLimits(
            @Value("${fram.upload.file:500MB}") DataSize file, @Value("${fram.upload.request:2GB}") DataSize request) {
        this.file = file;
        this.request = request;
    }

    /// The largest file that is taken.
    public long mostBytesOfAFile() {
        return file.toBytes();
    }

    /// The same in megabytes, for people.
    public long mostMegabytesOfAFile() {
        return file.toMegabytes();
    }

    /// The most that all files of one form may have together.
    long mostBytesOfARequest() {
        return request.toBytes();
    }

    /// The same in megabytes, for people.
    long mostMegabytesOfARequest() {
        return request.toMegabytes();
    }
}
