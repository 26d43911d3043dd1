package reconcilekit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fusionauth.client.FusionAuthClient;
import io.fusionauth.domain.Application;
import io.fusionauth.domain.IdentityProviderLink;
import io.fusionauth.domain.Tenant;
import io.fusionauth.domain.User;
import io.fusionauth.domain.UserRegistration;
import io.fusionauth.domain.api.IdentityProviderRequest;
import io.fusionauth.domain.provider.PendingIdPLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads each JSON text that it is asked about with FusionAuth's own class, and prints what the class prints.
 *
 * <p>A line of standard input is {@code {"class": "User", "json": "{…}", "normalize": true}}; its line of standard
 * output is {@code {"printed": "{…}"}} or {@code {"refused": "why"}}. The JSON travels as text, because a number that is
 * read twice is not the number that was written.
 */
public final class Classes {
  /** As the client itself reads what the API answers. */
  private static final ObjectMapper CLIENT = FusionAuthClient.objectMapper;

  private Classes() {}

  public static void main(String[] arguments) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println(answer(CLIENT.readTree(line)));
      }
    }
  }

  private static ObjectNode answer(JsonNode asked) {
    var answer = CLIENT.createObjectNode();
    try {
      var normalize = asked.path("normalize").asBoolean();
      return answer.put("printed", print(asked.get("class").asText(), asked.get("json").asText(), normalize));
    } catch (IOException | RuntimeException refusal) {
      return answer.put("refused", String.valueOf(refusal.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static String print(String name, String json, boolean normalize) throws IOException {
    return switch (name) {
      case "User" -> {
        var user = CLIENT.readValue(json, User.class);
        if (normalize) {
          normalize(user);
        }
        yield CLIENT.writeValueAsString(user);
      }
      case "UserRegistration" -> {
        var registration = CLIENT.readValue(json, UserRegistration.class);
        if (normalize) {
          normalize(registration);
        }
        yield CLIENT.writeValueAsString(registration);
      }
      case "IdentityProvider" -> {
        // The client chooses the class by `type` where an identity provider stands in a request.
        var request = CLIENT.readValue("{\"identityProvider\":" + json + "}", IdentityProviderRequest.class);
        yield CLIENT.writeValueAsString(request.identityProvider);
      }
      case "IdentityProviderLink" -> reprinted(json, IdentityProviderLink.class);
      case "PendingIdPLink" -> reprinted(json, PendingIdPLink.class);
      case "Application" -> reprinted(json, Application.class);
      case "Tenant" -> reprinted(json, Tenant.class);
      default -> throw new IllegalArgumentException("no class `" + name + "`");
    };
  }

  private static String reprinted(String json, Class<?> type) throws IOException {
    return CLIENT.writeValueAsString(CLIENT.readValue(json, type));
  }

  /** A list that was read as {@code null} stays so, and {@code normalize} does not expect it. */
  private static void normalize(User user) {
    if (user.preferredLanguages != null && user.getMemberships() != null && user.getRegistrations() != null) {
      user.normalize();
    }
  }

  private static void normalize(UserRegistration registration) {
    if (registration.preferredLanguages != null) {
      registration.normalize();
    }
  }
}
