package uk.kinbridge.notification.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where webhooks may go. A service that calls whatever address it is told could be made to call its own neighbours: so
 * hosts are named here, and a host's address must not lie inside our network, at registration and at every call.
 *
 * @param hosts such as {@code hooks.example.gov.uk}, or {@code *.example.gov.uk} for every name below it
 * @param inside hosts, of those, that may lie inside our network and be called without TLS; for demonstrations and tests
 */
public record AllowRule(List<String> hosts, List<String> inside) {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;

    public AllowRule {
        hosts = hosts.stream().map(AllowRule::lower).toList();
        inside = inside.stream().map(AllowRule::lower).toList();
    }

    /** Why this address must not be called; empty when it may, as far as its text tells. */
    public Optional<String> against(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException unreadable) {
            return Optional.of("is not an address");
        }
        if (url.length() > LONGEST
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getFragment() != null) {
            return Optional.of("must be an address such as https://hooks.example.gov.uk/kinbridge");
        }
        var host = lower(uri.getHost());
        if (!allows(host)) {
            return Optional.of("names a host to which webhooks of this installation may not go");
        }
        if (mayLieInside(host)) {
            return List.of("http", "https").contains(uri.getScheme())
                    ? Optional.empty()
                    : Optional.of("must begin with https:// or http://");
        }
        if (!"https".equals(uri.getScheme())) {
            return Optional.of("must begin with https://");
        }
        return uri.getPort() == -1 || uri.getPort() == HTTPS
                ? Optional.empty()
                : Optional.of("must use the usual port of https");
    }

    /** Whether a call to that host may go to this address, which its name has just been resolved to. */
    public boolean mayCall(String host, InetAddress address) {
        return mayLieInside(lower(host)) || isOutside(address);
    }

    private boolean allows(String host) {
        return mayLieInside(host)
                || hosts.stream()
                        .anyMatch(allowed -> allowed.startsWith("*.")
                                ? host.endsWith(allowed.substring(1)) && host.length() > allowed.length() - 1
                                : host.equals(allowed));
    }

    private boolean mayLieInside(String host) {
        return inside.contains(host);
    }

    /** Public addresses only: nothing of this machine, this network, the provider's metadata or no network at all. */
    private static boolean isOutside(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (bytes.length == 4) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean tests = first == 198 && (second == 18 || second == 19);
            return !special && !shared && !tests && first != 0 && first < 240 && !(first == 192 && second == 0);
        }
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        // Addresses of the older kind inside the newer: NAT64, 6to4 and Teredo lead to where their inner address does.
        boolean wrapped = (first == 0x00 && second == 0x64)
                || (first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0)))
                || first == 0x00;
        return !special && !uniqueLocal && !wrapped;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
