package uk.kinbridge.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;

/** Carries the trace context through the outbox and the queue, so that one story has one trace. */
final class TraceScope {

    private final Tracer tracer;
    private final Propagator propagator;

    TraceScope(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Work that belongs to a trace; close it when the work is done. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** The current W3C trace context; empty outside any trace. */
    Map<String, String> current() {
        var span = tracer.currentSpan();
        if (span == null) {
            return Map.of();
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(span.context(), carrier, (to, name, value) -> carrier.put(name, value));
        carrier.keySet().retainAll(java.util.Set.of("traceparent", "tracestate"));
        return carrier;
    }

    /** Goes on with the trace that an event carries. */
    Scope continuing(Map<String, String> carrier) {
        Span span = propagator
                .extract(carrier, Map::get)
                .name("event")
                .kind(Span.Kind.CONSUMER)
                .start();
        var scope = tracer.withSpan(span);
        return () -> {
            scope.close();
            span.end();
        };
    }
}
