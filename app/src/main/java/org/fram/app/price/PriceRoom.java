package org.fram.app.price;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the price on an engagement's home page.
@Component
class PriceRoom implements Room {

    private final Prices prices;

    PriceRoom(Prices prices) {
        this.prices = prices;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("price.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return prices.of(engagement)
                .total()
                .map(total -> Text.of(
                        "price.page.state." + total.currency().getDefaultFractionDigits(),
                        total.currency().getCurrencyCode(),
                        total.gross()))
                .orElseGet(() -> Text.of("price.page.stateNone"));
    }

    @Override
    public String path() {
        return "prices";
    }
}
