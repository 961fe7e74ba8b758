package uk.kinbridge.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door sign: what this is and where to go. */
@RestController
class LandingPage {

    private final Pages pages;

    LandingPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> landing(
            HttpServletRequest request, @RequestParam(name = "sign-in", defaultValue = "") String signIn) {
        return pages.show(
                request,
                "landing",
                Map.of("title", "Kinbridge", "home", true, "signInFailed", "failed".equals(signIn)));
    }
}
