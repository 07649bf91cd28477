/// What every stage stands on: who asks and what they may do, texts, pages. It knows no stage.
///
/// Other modules use its parts by name: `platform :: access`, `texts`, `pages`, `identity`, `runs`,
/// `notices`, `files`, `register`, `secrets`, `api`, `webhooks`.
@ApplicationModule(displayName = "Platform")
@NullMarked
package org.fram.app.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
