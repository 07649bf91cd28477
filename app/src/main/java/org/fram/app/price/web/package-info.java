/// The page of the price. Begin with [PricesController].
@NullMarked
package org.fram.app.price.web;

import org.jspecify.annotations.NullMarked;
