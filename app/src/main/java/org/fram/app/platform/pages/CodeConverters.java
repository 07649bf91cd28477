package org.fram.app.platform.pages;

import java.util.Arrays;
import org.fram.app.platform.access.Code;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// From a code in a form or an address to the constant that it stands for.
final class CodeConverters implements ConverterFactory<String, Code> {

    @Override
    public <T extends Code> Converter<String, T> getConverter(Class<T> type) {
        return code -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no %s '%s'.".formatted(type.getSimpleName(), code)));
    }
}
