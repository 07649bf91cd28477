package org.fram.app.platform.files;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where parts of forms wait until they are kept, and how large they may be. They wait on the disk on which they will
/// lie, so that a full one is noticed at once, and in the folder that is swept at the start.
@Configuration(proxyBeanMethods = false)
class UploadSetup {

    private static final int BYTES_IN_MEMORY = 1 << 14;

    @Bean
    static MultipartConfigElement multipartConfig(ContentStore contents, UploadLimits limits) {
        return new MultipartConfigElement(
                contents.arriving().toAbsolutePath().toString(),
                limits.mostBytesOfAFile(),
                limits.mostBytesOfARequest(),
                BYTES_IN_MEMORY);
    }
}
