package org.fram.app.platform.identity;

import org.fram.app.platform.access.Actor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What `passkeys.js` asks for where somebody shows again who they are.
@Controller
class AgainController {

    static final String ADDRESS = AccountController.ADDRESS + "/again";

    private final Reauthentication reauthentication;

    AgainController(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    @PostMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(Actor.Person me, @RequestParam String about) {
        return reauthentication.ask(me, about);
    }
}
