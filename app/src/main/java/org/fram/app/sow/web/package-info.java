/// The pages of statements of work. Begin with [WorkspaceController].
@NullMarked
package org.fram.app.sow.web;

import org.jspecify.annotations.NullMarked;
