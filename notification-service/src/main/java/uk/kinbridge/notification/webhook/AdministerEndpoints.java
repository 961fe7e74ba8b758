package uk.kinbridge.notification.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** What an agency's administrator does with its systems. */
public class AdministerEndpoints {

    /** How it ends. */
    public sealed interface Outcome {
        /** As it is now; {@code secret} is told this once when it is new, and null otherwise. */
        record Done(Endpoints.Kept kept, Optional<String> secret) implements Outcome {}

        /** That address must not be called. */
        record NotAllowed(String why) implements Outcome {}

        /** Somebody has been faster. */
        record Stale() implements Outcome {}

        /** Not for this caller to do, or to know of. */
        record Refused(AccessDecision.Refused why) implements Outcome {}
    }

    private final Endpoints endpoints;
    private final Secrets secrets;
    private final AllowRule rule;

    public AdministerEndpoints(Endpoints endpoints, Secrets secrets, AllowRule rule) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.rule = rule;
    }

    /** @param id the same when the same request comes again; its secret is then told again */
    public Outcome register(String id, String url, String description, Caller caller, Instant now) {
        if (EndpointAccess.administer(caller) instanceof AccessDecision.Refused refused) {
            return new Outcome.Refused(refused);
        }
        return rule.against(url).<Outcome>map(Outcome.NotAllowed::new).orElseGet(() -> {
            var sealed = secrets.seal(secrets.create());
            var kept = endpoints.add(
                    Endpoint.registered(id, caller.agency(), url, description, sealed, Actor.of(caller), now), now);
            return new Outcome.Done(
                    kept, Optional.of(secrets.open(kept.endpoint().secret())));
        });
    }

    /** A new secret; the old one stays good for {@link Endpoint#OVERLAP}. */
    public Outcome rotate(String id, long version, Caller caller, Instant now) {
        var secret = secrets.create();
        return change(
                id, version, caller, present -> present.rotate(secrets.seal(secret), now), Optional.of(secret), now);
    }

    public Outcome change(
            String id, long version, String url, String description, boolean on, Caller caller, Instant now) {
        var wrong = rule.against(url);
        if (wrong.isPresent() && EndpointAccess.administer(caller).isGranted()) {
            return new Outcome.NotAllowed(wrong.get());
        }
        return change(id, version, caller, present -> present.change(url, description, on), Optional.empty(), now);
    }

    private Outcome change(
            String id,
            long version,
            Caller caller,
            UnaryOperator<Endpoint> command,
            Optional<String> secret,
            Instant now) {
        var present = endpoints.find(id).orElse(null);
        if (present == null) {
            return new Outcome.Refused(new AccessDecision.Concealed());
        }
        if (EndpointAccess.of(caller, present.endpoint()) instanceof AccessDecision.Refused refused) {
            return new Outcome.Refused(refused);
        }
        var next = command.apply(present.endpoint());
        return present.version() == version && endpoints.save(version, next, now)
                ? new Outcome.Done(new Endpoints.Kept(next, version + 1), secret)
                : new Outcome.Stale();
    }
}
