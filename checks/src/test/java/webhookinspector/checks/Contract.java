package webhookinspector.checks;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import webhookinspector.delivery.Header;
import webhookinspector.rest.Call;
import webhookinspector.rest.Reply;

/**
 * Holds calls and replies against Asana's API description, but for deviations that have a reason.
 */
final class Contract {

  /** Paths of the description; the simulator knows more, but nothing to hold them against. */
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "/(webhooks(/[^/]+)?|events|users/[^/]+|workspaces|projects(/[^/]+)?|tasks/[^/]+)");

  private static final Set<String> WRITABLE = Set.of("/webhooks");

  /**
   * One thing in which the wire differs from the description.
   *
   * @param message what the validator says of it
   * @param because why we follow the wire
   */
  record Deviation(Pattern message, String because) {
    static Deviation of(String regex, String because) {
      return new Deviation(Pattern.compile(regex), because);
    }
  }

  /** The file of the description; a property names it, relative to the project. */
  static final Path DESCRIPTION =
      Path.of(System.getProperty("project.root", ".."))
          .resolve(System.getProperty("asana.oas", "../shared/asana-oas-subset.yaml"))
          .normalize();

  private static final List<Deviation> DEVIATIONS =
      List.of(
          Deviation.of(
              "webhooks.*'is_workspace_webhook' is not defined",
              "captured from the real service in 2024, described nowhere"),
          Deviation.of(
              "webhooks.*/(last_failure_at|next_attempt_after|failure_deletion_timestamp) null",
              "a healthy webhook has nulls on the wire; the description forgot nullable"),
          Deviation.of(
              "webhooks.*/filters/[0-9]+/(resource_type|resource_subtype|action|fields) null",
              "the wire echoes a filter with all four keys, unset ones as null"),
          Deviation.of(
              "GET /events 200: /data/[0-9]+/(resource|parent) property 'resource_subtype'",
              "on the wire wherever a type has subtypes; the description leaves the key out"),
          Deviation.of(
              "GET /events 200: /data/[0-9]+/parent null",
              "the description says so in prose and forgot nullable"),
          Deviation.of(
              "GET /workspaces 200: /data/[0-9]+ property 'is_organization'",
              "its own opt_fields name the field, its record lacks it"));

  private final OpenApiInteractionValidator validator;
  private final List<Deviation> deviations;
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Set<String> operations = new TreeSet<>();
  private final Set<Deviation> used = ConcurrentHashMap.newKeySet();

  private Contract(Path description, List<Deviation> deviations) {
    this.validator =
        OpenApiInteractionValidator.createForSpecificationUrl(description.toUri().toString())
            .withResolveRefs(true)
            .withResolveCombinators(true)
            .build();
    this.deviations = List.copyOf(deviations);
  }

  /** With the description of the real Asana and every deviation that we know; empty without it. */
  static Optional<Contract> withAsana() {
    return Files.exists(DESCRIPTION)
        ? Optional.of(new Contract(DESCRIPTION, DEVIATIONS))
        : Optional.empty();
  }

  /** What was found so far. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  /** Method, path pattern and status of everything that was held against the description. */
  synchronized Set<String> operations() {
    return new TreeSet<>(operations);
  }

  /** Deviations that did not come up: they may have become needless. */
  List<Deviation> unused() {
    return deviations.stream().filter(deviation -> !used.contains(deviation)).toList();
  }

  void check(Call call, Reply reply) {
    if (!isDescribed(call)) {
      return;
    }
    note(call, reply);
    ValidationReport report = validator.validate(request(call), response(reply));
    for (ValidationReport.Message message : report.getMessages()) {
      report(call, reply, message);
    }
  }

  private static boolean isDescribed(Call call) {
    boolean writes = Set.of("POST", "PUT", "DELETE").contains(call.method());
    return DESCRIBED.matcher(call.path()).matches()
        && (!writes || WRITABLE.stream().anyMatch(call.path()::startsWith));
  }

  private synchronized void note(Call call, Reply reply) {
    String path = call.path().replaceAll("/[0-9]+", "/{gid}");
    operations.add(call.method() + " " + path + " " + reply.status());
  }

  private void report(Call call, Reply reply, ValidationReport.Message message) {
    var details = new ArrayList<String>();
    collect(message, details);
    for (String detail : details) {
      String text = call.method() + " " + call.path() + " " + reply.status() + ": " + detail;
      deviations.stream()
          .filter(deviation -> deviation.message().matcher(text).find())
          .findFirst()
          .ifPresentOrElse(used::add, () -> violations.add(text));
    }
  }

  private static void collect(ValidationReport.Message message, List<String> details) {
    if (message.getNestedMessages().isEmpty()) {
      String pointer =
          message
              .getContext()
              .flatMap(ValidationReport.MessageContext::getPointers)
              .map(ValidationReport.MessageContext.Pointers::getInstance)
              .orElse("");
      details.add(pointer + " " + message.getMessage());
    }
    message.getNestedMessages().forEach(nested -> collect(nested, details));
  }

  private static Request request(Call call) {
    var request = new SimpleRequest.Builder(call.method(), "/api/1.0" + call.path());
    call.query().forEach(request::withQueryParam);
    for (Header header : call.headers()) {
      request.withHeader(header.name(), header.value());
    }
    return call.body().size() == 0 ? request.build() : request.withBody(call.body().text()).build();
  }

  private static SimpleResponse response(Reply reply) {
    var response = SimpleResponse.Builder.status(reply.status()).withBody(reply.body().text());
    for (Header header : reply.headers()) {
      response.withHeader(header.name(), header.value());
    }
    return response.build();
  }
}
