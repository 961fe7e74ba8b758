package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Does something over HTTP over and over, as fast as so many connections can. */
abstract class Doing implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** One run; what it does goes on where the run before has ended. */
    abstract Run run(int connections, Duration time);

    /** The status of the answer; 0 where none came. */
    final int sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }

    @Override
    public final void close() {
        http.close();
    }
}
