package org.fram.app.platform.api;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The description of the interface for programs, to read.
@Controller
class ApiDocsController {

    private final OpenApi openApi;
    private final Templates templates;

    ApiDocsController(OpenApi openApi, Templates templates) {
        this.openApi = openApi;
        this.templates = templates;
    }

    @GetMapping("/api/docs")
    View show(Frame frame, HttpServletRequest request) {
        String host =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return html(templates.apiDocs(frame, ApiDocsPage.of(openApi.description(), host)));
    }
}
