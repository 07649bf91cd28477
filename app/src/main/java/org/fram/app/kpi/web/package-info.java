/// The pages of objectives and KPIs.
@NullMarked
package org.fram.app.kpi.web;

import org.jspecify.annotations.NullMarked;
