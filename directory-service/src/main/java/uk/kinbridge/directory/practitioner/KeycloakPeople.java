package uk.kinbridge.directory.practitioner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Reads the people and their groups from Keycloak's administration API with the service's own account, which may only
 * view users and query groups. Groups are the truth: {@code /agencies/<agency>/<role>} and
 * {@code /agencies/<agency>/teams/<team>}, {@code /agency-admins/<agency>}, {@code /suite/<role>}. So the cost follows
 * the number of groups, not the number of people.
 */
final class KeycloakPeople implements SignInPeople {

    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClient http;

    KeycloakPeople(String adminUrl, ClientHttpRequestInterceptor asService) {
        var requests = new JdkClientHttpRequestFactory(
                java.net.http.HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder()
                .baseUrl(adminUrl)
                .requestFactory(requests)
                .requestInterceptor(asService)
                .build();
    }

    private record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            boolean enabled) {

        String name() {
            String name = Stream.of(firstName, lastName)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(java.util.stream.Collectors.joining(" "));
            return name.isEmpty() ? username : name;
        }
    }

    private record Group(
            String id,
            String name,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<String> realmRoles) {

        @Nullable
        String attribute(String name) {
            List<String> values = attributes == null ? null : attributes.get(name);
            return values == null || values.isEmpty() ? null : values.getFirst();
        }
    }

    /** What the groups on the way down from the top have said so far. */
    private record Path(@Nullable String agency, @Nullable String team, List<String> roles) {

        static final Path TOP = new Path(null, null, List.of());

        Path down(Group group) {
            String newAgency = group.attribute("agency");
            String newTeam = group.attribute("team");
            List<String> more = new ArrayList<>(roles);
            more.addAll(group.realmRoles() == null ? List.of() : group.realmRoles());
            return new Path(newAgency == null ? agency : newAgency, newTeam == null ? team : newTeam, more);
        }
    }

    private static final class Memberships {
        private final Set<String> agencies = new TreeSet<>();
        private final Set<String> teams = new TreeSet<>();
        private final Set<String> roles = new TreeSet<>();

        void add(Path path) {
            if (path.agency() != null) {
                agencies.add(path.agency());
            }
            if (path.team() != null) {
                teams.add(path.team());
            }
            roles.addAll(path.roles());
        }
    }

    @Override
    public List<Practitioner> all() {
        Map<String, Memberships> memberships = new HashMap<>();
        for (Group top : groups("/groups")) {
            collect(top, Path.TOP, memberships);
        }
        return users("/users").stream()
                .filter(user -> !user.username().startsWith("service-account-"))
                .map(user -> person(user, memberships.getOrDefault(user.id(), new Memberships())))
                .toList();
    }

    /** In more than one agency is as good as in none: the token of such an account is refused everywhere. */
    private static Practitioner person(User user, Memberships groups) {
        return new Practitioner(
                user.id(),
                user.username(),
                user.name(),
                user.email(),
                user.enabled(),
                groups.agencies.size() == 1 ? groups.agencies.iterator().next() : null,
                List.copyOf(groups.teams),
                List.copyOf(groups.roles));
    }

    private void collect(Group group, Path above, Map<String, Memberships> memberships) {
        Path path = above.down(group);
        users("/groups/" + group.id() + "/members")
                .forEach(member -> memberships
                        .computeIfAbsent(member.id(), _ -> new Memberships())
                        .add(path));
        groups("/groups/" + group.id() + "/children").forEach(child -> collect(child, path, memberships));
    }

    private List<Group> groups(String path) {
        return pages(path, new ParameterizedTypeReference<List<Group>>() {});
    }

    private List<User> users(String path) {
        return pages(path, new ParameterizedTypeReference<List<User>>() {});
    }

    private <T> List<T> pages(String path, ParameterizedTypeReference<List<T>> type) {
        List<T> all = new ArrayList<>();
        while (true) {
            List<T> page = http.get()
                    .uri(path + "?briefRepresentation=false&first={first}&max={max}", all.size(), PAGE)
                    .retrieve()
                    .body(type);
            if (page == null || page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
        }
    }
}
