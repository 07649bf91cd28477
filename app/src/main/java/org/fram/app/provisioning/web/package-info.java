/// The pages of provisioning and of numbers. Begin with [ProvisioningController].
@NullMarked
package org.fram.app.provisioning.web;

import org.jspecify.annotations.NullMarked;
