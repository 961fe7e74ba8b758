package uk.kinbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks go where the installation allows, and nowhere inside our network. */
class AllowRuleTest {

    private final AllowRule rule =
            new AllowRule(List.of("hooks.example.gov.uk", "*.example.nhs.uk"), List.of("localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.gov.uk/kinbridge",
                "https://HOOKS.example.gov.uk:443/kinbridge?team=a",
                "https://a.example.nhs.uk",
                "https://a.b.example.nhs.uk/x",
                "http://localhost:9000/hook",
                "https://localhost/hook",
            })
    void may_go_there(String url) {
        assertThat(rule.against(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.gov.uk/kinbridge",
                "https://hooks.example.gov.uk:8443/kinbridge",
                "https://example.nhs.uk",
                "https://evilexample.nhs.uk",
                "https://hooks.example.gov.uk.evil.org/",
                "https://user:pass@hooks.example.gov.uk/",
                "https://hooks.example.gov.uk@evil.org/",
                "https://hooks.example.gov.uk/#x",
                "https://evil.org#hooks.example.gov.uk",
                "https://evil.org\\@hooks.example.gov.uk",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "ftp://localhost/",
                "file:///etc/passwd",
                "gopher://localhost/",
                "//hooks.example.gov.uk/",
                "hooks.example.gov.uk",
                "https:///x",
                " https://hooks.example.gov.uk",
            })
    void may_not_go_there(String url) {
        assertThat(rule.against(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:53aa:64c:0:0:0:0",
                "::7f00:1",
            })
    void a_name_that_leads_inside_is_not_called(String address) throws UnknownHostException {
        assertThat(rule.mayCall("hooks.example.gov.uk", InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "2606:2800:21f:cb07::1",
                "2a00:1450:4009:81f::200e"
            })
    void a_name_that_leads_outside_is(String address) throws UnknownHostException {
        assertThat(rule.mayCall("hooks.example.gov.uk", InetAddress.getByName(address)))
                .isTrue();
    }
}
