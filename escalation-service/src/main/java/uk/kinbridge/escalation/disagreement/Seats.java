package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.protocols.pack.PersonRole;

/** Finds who takes a side's part on a rung: the opposite numbers, or the next in line where nobody is in post. */
record Seats(Rules rules, Posts posts, Instant at) {

    private record Found(List<String> roles, List<Holder> people) {}

    Seat find(String agency, int level, boolean raising) {
        var own = rules.roles(level, raising);
        var found = inPost(agency, own);
        if (!found.roles().isEmpty()) {
            return new Seat(agency, found.roles(), found.people(), null, false);
        }
        // Upwards first, since that is where the disagreement goes; downwards rather than to nobody.
        var others = Stream.concat(
                IntStream.rangeClosed(level + 1, rules.top()).boxed(),
                IntStream.iterate(level - 1, below -> below >= 1, below -> below - 1)
                        .boxed());
        var vacant = String.join(", ", words(own));
        return others.map(other -> inPost(agency, rules.roles(other, raising)))
                .filter(next -> !next.roles().isEmpty())
                .findFirst()
                .map(next -> new Seat(agency, next.roles(), next.people(), vacant, false))
                .orElseGet(() -> new Seat(agency, words(own), List.of(), vacant, true));
    }

    private Found inPost(String agency, List<PersonRole> roles) {
        var filled = new ArrayList<String>();
        var people = new LinkedHashSet<Holder>();
        for (var role : roles) {
            switch (posts.holding(agency, role, at)) {
                case Holders.Held(List<Holder> holders) -> {
                    filled.add(role.word());
                    people.addAll(holders);
                }
                case Holders.Unknown() -> filled.add(role.word());
                case Holders.Vacant() -> {}
            }
        }
        return new Found(filled, List.copyOf(people));
    }

    private static List<String> words(List<PersonRole> roles) {
        return roles.stream().map(PersonRole::word).toList();
    }
}
