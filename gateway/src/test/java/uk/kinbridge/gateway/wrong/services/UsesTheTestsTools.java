package uk.kinbridge.gateway.wrong.services;

import com.github.tomakehurst.wiremock.WireMockServer;

final class UsesTheTestsTools {

    final WireMockServer library = new WireMockServer();
}
