package uk.kinbridge.gateway.wrong.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

final class PageManager {

    @Autowired
    @Nullable
    Environment environment;
}
