package org.fram.app.platform.design;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

@Controller
class DesignController {

    private final Templates templates;

    DesignController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/design")
    View show(Frame frame) {
        return html(templates.designPage(frame, DesignPage.of(frame)));
    }
}
