package org.fram.app.platform.health;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HealthController {

    private static final int SECONDS_TO_WAIT = 2;

    private final DataSource database;

    HealthController(DataSource database) {
        this.database = database;
    }

    /// Answers as long as the process does.
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return plain(HttpStatus.OK, "live");
    }

    /// Answers 200 while pages can be served, which takes the database.
    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        try (var connection = database.getConnection()) {
            if (connection.isValid(SECONDS_TO_WAIT)) {
                return plain(HttpStatus.OK, "ready");
            }
        } catch (SQLException unreachable) {
            // Said below.
        }
        return plain(HttpStatus.SERVICE_UNAVAILABLE, "database not reachable");
    }

    private static ResponseEntity<String> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text + "\n");
    }
}
