/// What has to be read again, and must not be readable where it is kept: [Secrets].
@NamedInterface("secrets")
@NullMarked
package org.fram.app.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
