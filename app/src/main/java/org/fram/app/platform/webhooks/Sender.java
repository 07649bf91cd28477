package org.fram.app.platform.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.webhooks.Deliveries.Parcel;
import org.fram.app.platform.webhooks.Deliveries.Result;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Sends one message to one receiver. It follows nobody elsewhere, keeps no cookies, reads the beginning of
/// the answer only, and takes no longer than it may, however slowly the other end speaks.
@Component
class Sender implements DisposableBean {

    private static final int MOST_CONNECTIONS = 64;
    private static final int READ_OF_THE_ANSWER = 400;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks-watch").factory());
    private final CloseableHttpClient client;
    private final InstantSource clock;
    private final Duration longest;

    Sender(Destinations destinations, InstantSource clock, Settings settings) {
        this.clock = clock;
        // From connecting to the beginning of the answer.
        this.longest = settings.traffic().longest();
        var timeout = Timeout.of(longest);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(destinations)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Fram webhooks")
                .build();
    }

    Result send(Parcel parcel) {
        var time = clock.instant();
        String id = "msg_" + parcel.event();
        var request = new HttpPost(parcel.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(time.getEpochSecond()));
        request.setHeader("webhook-signature", Signature.of(parcel.key(), id, time.getEpochSecond(), parcel.payload()));
        request.setEntity(new StringEntity(parcel.payload(), ContentType.APPLICATION_JSON));
        var tooLong = watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try (var answer = client.executeOpen(null, request, null)) {
            String said = answer.getEntity() == null
                    ? ""
                    : new String(
                            answer.getEntity().getContent().readNBytes(READ_OF_THE_ANSWER), StandardCharsets.UTF_8);
            // What else there is nobody reads.
            request.cancel();
            return new Result(time, since(time), answer.getCode(), said);
        } catch (Destinations.LeadsInsideException inside) {
            return new Result(time, since(time), 0, "The address does not lead outside, so nothing was sent.");
        } catch (IOException | RuntimeException failure) {
            // Whichever of the two watches was first.
            String why = request.isCancelled() || failure instanceof InterruptedIOException
                    ? "No answer within %d seconds.".formatted(longest.toSeconds())
                    : String.valueOf(failure.getMessage());
            return new Result(time, since(time), 0, why);
        } finally {
            tooLong.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        watch.shutdownNow();
        client.close();
    }

    private Duration since(Instant time) {
        return Duration.between(time, clock.instant());
    }
}
