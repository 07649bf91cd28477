/// Objectives and KPIs for programs.
@NullMarked
package org.fram.app.kpi.rest;

import org.jspecify.annotations.NullMarked;
