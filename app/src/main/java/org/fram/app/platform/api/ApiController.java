package org.fram.app.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A controller for programs, whose routes speak JSON. Each of them has an [Operation].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public @interface ApiController {

    /// The address; begins with [Api#ROOT].
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] path();

    /// What its routes are about, as a title.
    String about();
}
