package org.fram.app.platform.files;

import java.nio.charset.StandardCharsets;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class FileController {

    private final Transactions transactions;
    private final Authority authority;
    private final StoredFiles files;
    private final ContentStore contents;

    FileController(Transactions transactions, Authority authority, StoredFiles files, ContentStore contents) {
        this.transactions = transactions;
        this.authority = authority;
        this.files = files;
        this.contents = contents;
    }

    /// The file as somebody gave it, for saving. Whatever it is, no browser shows or runs it as a page from here.
    @GetMapping("/engagements/{engagement}/files/{id}")
    ResponseEntity<Resource> download(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable FileId id) {
        var file = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return files.get(engagement, id);
        });
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.content().bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(contents.path(file.content())));
    }
}
