package uk.kinbridge.platform.tiny;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Creations that succeed, refuse, fail and dawdle. */
@RestController
@RequestMapping("/api/cups")
public class Cups {

    /** A refusal that only this service gives. */
    static final ProblemType CRACKED =
            new ProblemType("cracked", HttpStatus.CONFLICT, "The cup is cracked", "Take another one.");

    public final AtomicInteger runs = new AtomicInteger();
    public final Semaphore arrived = new Semaphore(0);
    public final Semaphore released = new Semaphore(0);
    private final Set<UUID> derived = ConcurrentHashMap.newKeySet();

    record Order(String cup) {}

    record Cup(UUID id, UUID random, boolean sawIdBefore) {}

    @PostMapping
    @IdempotentCreation
    ResponseEntity<Cup> create(@RequestBody Order order, IdempotencyKey key) throws InterruptedException {
        runs.incrementAndGet();
        boolean first = derived.add(key.derivedId());
        switch (order.cup()) {
            case "cracked" -> {
                return Problem.of(CRACKED, "It leaks.").response();
            }
            case "slips once" -> {
                if (first) {
                    throw new IllegalStateException("dropped");
                }
            }
            case "slow" -> {
                arrived.release();
                released.acquire();
            }
            default -> {}
        }
        return ResponseEntity.created(URI.create("/api/cups/" + key.derivedId()))
                .eTag(EntityTag.of(1))
                .body(new Cup(key.derivedId(), UUID.randomUUID(), !first));
    }

    @PostMapping("/pictures")
    @IdempotentCreation
    ResponseEntity<UUID> picture(@RequestPart MultipartFile picture, @RequestPart Order order) {
        runs.incrementAndGet();
        return ResponseEntity.status(HttpStatus.CREATED).body(UUID.randomUUID());
    }
}
