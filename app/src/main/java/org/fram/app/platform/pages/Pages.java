package org.fram.app.platform.pages;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.web.servlet.View;

/// Lets a controller return a typed template call, so that no template is named by a string.
public final class Pages {

    private Pages() {}

    /// The template's output as an HTML response.
    public static View html(JteModel template) {
        return (_, _, response) -> {
            var output = new Utf8ByteOutput();
            template.render(output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }
}
