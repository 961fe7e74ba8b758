package uk.kinbridge.assessment.assessment.feign;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.HelpNow;
import uk.kinbridge.protocols.contact.Desk;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * Whom to call now, as the directory says. While it does not answer, the protocols that it published are the last good
 * copy: there is always a number.
 */
@Component
class AskedDirectory implements HelpNow {

    private static final String EMERGENCY = "999";

    private final NumbersOfTheDirectory directory;
    private final CircuitBreaker breaker;
    private final Protocols protocols;
    private final Calendars calendars;

    AskedDirectory(
            NumbersOfTheDirectory directory,
            CircuitBreaker directoryBreaker,
            Protocols protocols,
            Calendars calendars) {
        this.directory = directory;
        this.breaker = directoryBreaker;
        this.protocols = protocols;
        this.calendars = calendars;
    }

    @Override
    public Numbers childProtection(String area, Instant now) {
        var live = live(area);
        return live.isEmpty() ? new Numbers(withPolice(copy(area, now)), false) : new Numbers(withPolice(live), true);
    }

    private List<HelpNow.Line> live(String area) {
        try {
            var answer = breaker.executeSupplier(() -> directory.now(area, Need.CHILD_PROTECTION.word()));
            if (answer == null) {
                return List.of();
            }
            var then = answer.then() == null ? Stream.<NumbersOfTheDirectory.Line>empty() : answer.then().stream();
            return Stream.concat(Optional.ofNullable(answer.call()).stream(), then)
                    .map(line -> new HelpNow.Line(
                            line.name(),
                            line.telephones().stream()
                                    .map(NumbersOfTheDirectory.Dialable::number)
                                    .toList(),
                            line.hours()))
                    .toList();
        } catch (FeignException | CallNotPermittedException down) {
            return List.of();
        }
    }

    private static List<HelpNow.Line> withPolice(List<HelpNow.Line> numbers) {
        return Stream.concat(
                        numbers.stream(),
                        Stream.of(new HelpNow.Line(
                                "Police, when a child is in immediate danger", List.of(EMERGENCY), null)))
                .toList();
    }

    private List<HelpNow.Line> copy(String area, Instant now) {
        var packs = protocols.inForceIn(area, LocalDate.ofInstant(now, WorkingCalendar.LONDON));
        var board = Switchboard.of(packs, new AreaId(area), Need.CHILD_PROTECTION, calendars.newest());
        return board.answeringAt(now).stream().map(AskedDirectory::number).toList();
    }

    private static HelpNow.Line number(Desk desk) {
        return new HelpNow.Line(
                desk.contact().name(),
                desk.contact().telephones().stream()
                        .map(telephone -> telephone.toString())
                        .toList(),
                desk.hours());
    }
}
