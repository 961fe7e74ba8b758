package uk.kinbridge.notification.webhook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.webhook.AllowRule;

/**
 * Resolves names for the very connection that is then made, and lets only allowed addresses through: a name that was
 * checked earlier may lead elsewhere by now.
 */
final class AllowedAddresses extends SystemDefaultDnsResolver {

    private final AllowRule rule;

    AllowedAddresses(AllowRule rule) {
        this.rule = rule;
    }

    /** The name leads where webhooks may not go. */
    static final class NotAllowedException extends UnknownHostException {
        NotAllowedException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress @Nullable [] resolve(@Nullable String host) throws UnknownHostException {
        var name = host == null ? "" : host;
        var found = super.resolve(name);
        var allowed = Arrays.stream(found)
                .filter(address -> rule.mayCall(name, address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NotAllowedException(name);
        }
        return allowed;
    }
}
