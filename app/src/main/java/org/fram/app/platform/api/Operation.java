package org.fram.app.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a route for programs does, for whoever reads the description of all of them. The method's name is its
/// id.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /// In a few words.
    String value();

    /// What else one should know, or empty.
    String more() default "";

    /// The status of the answer where all goes well.
    int status() default 200;

    /// Whether the answer has the version of what it shows as its ETag.
    boolean versioned() default false;

    /// The parts of a list are given one page after the other.
    boolean paged() default false;
}
