package org.fram.app;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// All modules together.
@SpringBootApplication
public class FramApplication {

    @Bean
    static InstantSource clock() {
        return Clock.systemUTC();
    }
}
