package uk.kinbridge.referral.protocol.feign;

import feign.FeignException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.referral.protocol.ProtocolCopies;

/**
 * Fetches what the directory has published, in the background: no referral waits for it, and while it is down the
 * copies answer.
 */
@Component
class DirectoryFollower {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFollower.class);

    private final DirectoryClient directory;
    private final ProtocolCopies copies;
    private final Set<String> fetched = new HashSet<>();
    private boolean away;

    DirectoryFollower(DirectoryClient directory, ProtocolCopies copies) {
        this.directory = directory;
        this.copies = copies;
    }

    @Scheduled(fixedDelayString = "${kinbridge.protocols.follow-interval:PT30S}", initialDelayString = "PT3S")
    void follow() {
        try {
            for (var published : directory.protocols().items()) {
                var name = published.id() + "@" + published.version();
                if (!fetched.contains(name)) {
                    fetch(published, name);
                }
            }
            away = false;
        } catch (FeignException | org.springframework.security.oauth2.core.OAuth2AuthorizationException down) {
            if (!away) {
                log.warn(
                        "the directory does not answer; known protocols stay in use: {}",
                        down.getClass().getSimpleName());
            }
            away = true;
        }
    }

    private void fetch(DirectoryClient.PublishedVersion published, String name) {
        var yaml = directory.source(published.id(), published.version());
        var pack = whole(Packs.read(name, yaml.getBytes(StandardCharsets.UTF_8)));
        if (pack == null) {
            return;
        }
        if (!pack.reference().hash().equals(published.hash())) {
            log.error("{} as fetched is not what the directory has published; it is not used", name);
            return;
        }
        copies.keep(pack, pack.canonicalText());
        fetched.add(name);
    }

    /** With what it extends put in; null while that has not arrived, which another round mends. */
    private @Nullable Pack whole(Pack written) {
        var known = Stream.concat(Packs.shipped().all().stream(), copies.all().stream())
                .toList();
        try {
            return new Packs(known).resolve(written);
        } catch (UnresolvedPackException early) {
            log.info("{}", early.sentence());
            return null;
        }
    }
}
