/// The price of a statement of work: what is paid for, what it comes to, and when it is paid.
///
/// Begin with [PriceRegisters], which declares the registers of price lines, payments, approved amounts and
/// volumes, then [Prices], which has the price engine add up what they hold whenever somebody looks. [PriceFacts]
/// says what practices want to know of it.
@ApplicationModule(
        displayName = "Price",
        allowedDependencies = {
            "engagement",
            "practice",
            "platform :: access",
            "platform :: texts",
            "platform :: pages",
            "platform :: register"
        })
@NullMarked
package org.fram.app.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
