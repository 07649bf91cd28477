package org.fram.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A test that walks pages twice: on a desk in light colours, and on a phone in dark ones. Both widths and both sets of
/// colours are looked at, each once.
@ParameterizedTest
@EnumSource(
        value = Look.class,
        names = {"DESKTOP_LIGHT", "PHONE_DARK"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeskAndPhone {}
