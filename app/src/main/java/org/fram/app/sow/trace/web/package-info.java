/// The pages of requirements and the obligations that answer them. Begin with [TraceController].
@NullMarked
package org.fram.app.sow.trace.web;

import org.jspecify.annotations.NullMarked;
