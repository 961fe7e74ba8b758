package uk.kinbridge.assessment.assessment.feign;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published numbers, which need no sign-in. */
@FeignClient(name = "numbers-now", url = "${kinbridge.peers.directory}", configuration = AskingForANumber.class)
interface NumbersOfTheDirectory {

    record Answer(@Nullable Line call, @Nullable List<Line> then) {}

    record Line(
            String name,
            List<Dialable> telephones,
            @Nullable String hours) {

        public Line {
            Objects.requireNonNull(name);
            telephones = List.copyOf(telephones);
        }
    }

    record Dialable(String number) {}

    @GetMapping("/api/contacts/now")
    Answer now(@RequestParam String area, @RequestParam String need);
}
