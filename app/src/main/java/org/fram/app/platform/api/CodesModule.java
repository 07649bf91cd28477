package org.fram.app.platform.api;

import org.fram.app.platform.access.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Constants go to programs as their codes.
@Configuration(proxyBeanMethods = false)
class CodesModule {

    @Bean
    static JacksonModule codes() {
        return new SimpleModule("codes").addSerializer(new AsCode());
    }

    private static final class AsCode extends StdSerializer<Code> {

        private AsCode() {
            super(Code.class);
        }

        @Override
        public void serialize(Code value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.code());
        }
    }
}
