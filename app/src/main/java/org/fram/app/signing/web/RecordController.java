package org.fram.app.signing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.signing.RequestId;
import org.fram.office.Appendix;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The record of signatures: what was signed, and who signed it, in one PDF.
@Controller
@RequestMapping("/engagements/{id}/signatures/{request}")
class RecordController {

    private final Transactions transactions;
    private final RecordDesk desk;

    RecordController(Transactions transactions, RecordDesk desk) {
        this.transactions = transactions;
        this.desk = desk;
    }

    @GetMapping("/record.pdf")
    ResponseEntity<byte[]> record(
            Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable RequestId request)
            throws IOException {
        var prepared = transactions.as(me, () -> desk.record(frame, me, id, request));
        if (prepared.isEmpty()) {
            // Its page says for whom it waits.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(SignaturesDesk.address(id) + "/" + request))
                    .build();
        }
        var known = prepared.get();
        var out = new ByteArrayOutputStream();
        Appendix.write(known.attachment(), known.print(), out);
        return Download.of(
                out.toByteArray(),
                MediaType.APPLICATION_PDF,
                frame.text("signing.record.file", known.title()) + ".pdf");
    }
}
