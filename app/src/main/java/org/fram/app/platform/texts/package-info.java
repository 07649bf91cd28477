/// All words that pages show: message files below `texts/LANGUAGE/`, a file a module. Begin with [Texts]
/// and [Text].
@NamedInterface("texts")
@NullMarked
package org.fram.app.platform.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
