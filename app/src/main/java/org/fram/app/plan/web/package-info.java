/// The pages of the plan and of the go-live date. Begin with [PlanController] and [DateController].
@NullMarked
package org.fram.app.plan.web;

import org.jspecify.annotations.NullMarked;
