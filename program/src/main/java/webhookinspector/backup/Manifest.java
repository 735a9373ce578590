package webhookinspector.backup;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;

/**
 * What a backup says it holds.
 *
 * @param madeAt when it was begun: what was acknowledged before that is in it
 */
public record Manifest(Instant madeAt, List<Part> parts) {

  /** Its name inside of a backup. */
  public static final String NAME = "backup.json";

  private static final int VERSION = 1;

  public Manifest {
    parts = List.copyOf(parts);
  }

  /**
   * One file.
   *
   * @param rows of each of its tables
   */
  public record Part(String name, long bytes, String sha256, SortedMap<String, Long> rows) {

    /** Of one table; 0 where there is none of that name. */
    public long rows(String table) {
      return rows.getOrDefault(table, 0L);
    }
  }

  /** Rows of a table in one of the files. */
  public long rows(String name, String table) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .mapToLong(part -> part.rows(table))
        .sum();
  }

  String write() {
    return LineJson.object(
            out -> {
              out.writeNumberProperty("version", VERSION);
              out.writeStringProperty("madeAt", madeAt.toString());
              out.writeArrayPropertyStart("files");
              for (Part part : parts) {
                out.writeStartObject();
                out.writeStringProperty("name", part.name());
                out.writeNumberProperty("bytes", part.bytes());
                out.writeStringProperty("sha256", part.sha256());
                out.writeObjectPropertyStart("rows");
                part.rows().forEach(out::writeNumberProperty);
                out.writeEndObject();
                out.writeEndObject();
              }
              out.writeEndArray();
            })
        + "\n";
  }

  static Manifest read(String json) {
    try {
      JsonNode node = LineReader.parse(json);
      if (node.path("version").asInt(0) != VERSION) {
        throw new BadBackup(
            NAME + ": version " + node.path("version") + " (expected: " + VERSION + ")");
      }
      return new Manifest(
          LineReader.time(node, "madeAt"),
          node.path("files").values().stream().map(Manifest::part).toList());
    } catch (IllegalArgumentException | JacksonException e) {
      throw new BadBackup(
          NAME + ": unreadable (expected: as `backup` wrote it): " + e.getMessage());
    }
  }

  private static Part part(JsonNode part) {
    var rows = new TreeMap<String, Long>();
    part.path("rows").properties().forEach(r -> rows.put(r.getKey(), r.getValue().asLong(0)));
    return new Part(
        LineReader.text(part, "name"),
        part.path("bytes").asLong(0),
        LineReader.text(part, "sha256"),
        rows);
  }
}
