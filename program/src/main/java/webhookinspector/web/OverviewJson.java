package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Lags;
import webhookinspector.history.Overview;
import webhookinspector.history.Overview.BusyAction;
import webhookinspector.history.Overview.BusyResource;

/** Writes and reads what charts are drawn from. */
public final class OverviewJson {

  private OverviewJson() {}

  /** Arrivals, oldest first. */
  public static String arrivals(List<Arrivals> steps) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("arrivals");
          for (Arrivals step : steps) {
            out.writeStartObject();
            LineJson.time(out, "from", step.from());
            out.writeNumberProperty("authentic", step.authentic());
            out.writeNumberProperty("heartbeats", step.heartbeats());
            out.writeNumberProperty("handshakes", step.handshakes());
            out.writeNumberProperty("refused", step.refused());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  public static List<Arrivals> readArrivals(String json) {
    return LineReader.parse(json).path("arrivals").values().stream()
        .map(
            step ->
                new Arrivals(
                    LineReader.time(step, "from"),
                    step.path("authentic").asLong(),
                    step.path("heartbeats").asLong(),
                    step.path("handshakes").asLong(),
                    step.path("refused").asLong()))
        .toList();
  }

  public static String overview(Overview overview) {
    return LineJson.object(
        out -> {
          out.writeNumberProperty("looked", overview.looked());
          lags(out, overview.lags());
          out.writeArrayPropertyStart("resources");
          for (BusyResource busy : overview.resources()) {
            out.writeStartObject();
            LineJson.ref(out, "resource", busy.resource());
            out.writeNumberProperty("events", busy.events());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeArrayPropertyStart("actions");
          for (BusyAction busy : overview.actions()) {
            out.writeStartObject();
            out.writeStringProperty("action", busy.action());
            LineJson.string(out, "type", busy.type());
            LineJson.string(out, "field", busy.field());
            out.writeNumberProperty("events", busy.events());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private static void lags(JsonGenerator out, Lags lags) {
    out.writeObjectPropertyStart("lags");
    out.writeNumberProperty("count", lags.count());
    number(out, "p50", lags.p50());
    number(out, "p90", lags.p90());
    number(out, "p99", lags.p99());
    out.writeArrayPropertyStart("steps");
    for (Lags.Step step : lags.steps()) {
      out.writeStartObject();
      number(out, "below", step.below());
      out.writeNumberProperty("count", step.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, @Nullable Long number) {
    if (number == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, number);
    }
  }

  public static Overview readOverview(String json) {
    JsonNode read = LineReader.parse(json);
    JsonNode lags = read.path("lags");
    return new Overview(
        read.path("looked").asLong(),
        new Lags(
            lags.path("count").asLong(),
            number(lags.path("p50")),
            number(lags.path("p90")),
            number(lags.path("p99")),
            lags.path("steps").values().stream()
                .map(step -> new Lags.Step(number(step.path("below")), step.path("count").asLong()))
                .toList()),
        read.path("resources").values().stream().map(OverviewJson::resource).toList(),
        read.path("actions").values().stream().map(OverviewJson::action).toList());
  }

  private static @Nullable Long number(JsonNode node) {
    return node.isNumber() ? node.asLong() : null;
  }

  private static BusyResource resource(JsonNode busy) {
    Ref resource = LineReader.ref(busy.path("resource"));
    return new BusyResource(
        resource == null ? new Ref("", null, null, null) : resource, busy.path("events").asLong());
  }

  private static BusyAction action(JsonNode busy) {
    return new BusyAction(
        LineReader.text(busy, "action"),
        LineReader.textOrNull(busy, "type"),
        LineReader.textOrNull(busy, "field"),
        busy.path("events").asLong());
  }
}
