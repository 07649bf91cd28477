/// The page from which a whole statement of work leaves. Begin with [WholeController].
@NullMarked
package org.fram.app.sow.exchange.web;

import org.jspecify.annotations.NullMarked;
