package org.fram.app.platform.api;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.ObjectNode;

/// The description of all that programs can ask, and who a program is.
@ApiController(path = Api.ROOT, about = "About this interface")
class DescriptionResource {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final OpenApi openApi;

    DescriptionResource(OpenApi openApi) {
        this.openApi = openApi;
    }

    @GetMapping("/openapi.json")
    @Operation(value = "This description", more = "As OpenAPI 3.1. It takes no token.")
    ResponseEntity<ObjectNode> readDescription() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT)).body(openApi.description());
    }

    @GetMapping("/me")
    @Operation("Whom the token lets act, and how far")
    ResponseEntity<TokenJson> readToken(ApiToken token) {
        return ResponseEntity.ok(TokenJson.of(token));
    }
}
