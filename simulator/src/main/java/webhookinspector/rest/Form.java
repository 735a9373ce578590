package webhookinspector.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Times;
import webhookinspector.world.Type;

/**
 * The fields of a type that a call may set, and how each is read. What is not among them is passed
 * over, as Asana does with read-only fields.
 */
record Form(Map<String, Kind> fields) {

  enum Kind {
    TEXT,
    FLAG,
    DATE,
    TIME,
    USER
  }

  static final Form TASK =
      new Form(
          Map.of(
              "name", Kind.TEXT,
              "notes", Kind.TEXT,
              "html_notes", Kind.TEXT,
              "due_on", Kind.DATE,
              "due_at", Kind.TIME,
              "start_on", Kind.DATE,
              "start_at", Kind.TIME,
              "liked", Kind.FLAG,
              "assignee", Kind.USER));

  static final Form PROJECT =
      new Form(
          Map.of(
              "name", Kind.TEXT,
              "notes", Kind.TEXT,
              "html_notes", Kind.TEXT,
              "color", Kind.TEXT,
              "default_view", Kind.TEXT,
              "privacy_setting", Kind.TEXT,
              "archived", Kind.FLAG,
              "due_on", Kind.DATE,
              "start_on", Kind.DATE,
              "owner", Kind.USER));

  static final Form STORY =
      new Form(Map.of("text", Kind.TEXT, "html_text", Kind.TEXT, "is_pinned", Kind.FLAG));

  static final Form NAMED =
      new Form(
          Map.of(
              "name", Kind.TEXT,
              "notes", Kind.TEXT,
              "description", Kind.TEXT,
              "color", Kind.TEXT));

  static final Form GOAL =
      new Form(
          Map.of(
              "name", Kind.TEXT,
              "notes", Kind.TEXT,
              "due_on", Kind.DATE,
              "start_on", Kind.DATE,
              "liked", Kind.FLAG,
              "owner", Kind.USER));

  /** Sets each field that the input has: one event for each that changes. */
  void change(Request request, Lookup lookup, Edits edits, Item item) {
    request
        .input()
        .properties()
        .forEach(
            input -> {
              Kind kind = fields.get(input.getKey());
              if (kind != null && item.fields().containsKey(input.getKey())) {
                Object value = read(request, lookup, input.getKey(), kind, input.getValue());
                edits.set(item, input.getKey(), value, request.caller().user());
              }
            });
  }

  /** Sets each field that the input has, without an event: the thing is new. */
  void fill(Request request, Lookup lookup, Edits edits, Item item) {
    request
        .input()
        .properties()
        .forEach(
            input -> {
              Kind kind = fields.get(input.getKey());
              if (kind != null && item.fields().containsKey(input.getKey())) {
                edits.fill(
                    item,
                    input.getKey(),
                    read(request, lookup, input.getKey(), kind, input.getValue()));
              }
            });
  }

  private static @Nullable Object read(
      Request request, Lookup lookup, String name, Kind kind, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    try {
      return switch (kind) {
        case TEXT -> value.asString();
        case FLAG -> flag(name, value);
        case DATE -> LocalDate.parse(value.asString()).toString();
        case TIME -> Times.text(Instant.parse(value.asString()));
        case USER -> value.asString().isEmpty() ? null : lookup.inInput(request, Type.USER, name);
      };
    } catch (DateTimeParseException e) {
      throw Refused.badRequest(name + ": Not a valid date: " + value.asString());
    }
  }

  static boolean flag(String name, JsonNode value) {
    return switch (value.asString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refused.badRequest(name + ": Not a boolean: " + value.asString());
    };
  }
}
