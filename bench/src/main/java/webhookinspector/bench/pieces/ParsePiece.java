package webhookinspector.bench.pieces;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.event.Content;

/** Reading the events of one body, beside a tree of the same bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParsePiece {

  private final byte[] bytes = Sample.BODY.toBytes();
  private final JsonMapper mapper = new JsonMapper();

  /** Four events. */
  @Benchmark
  public Content content() {
    return Content.of(Sample.BODY);
  }

  /** What a program without this library would begin with. */
  @Benchmark
  public JsonNode baselineTree() {
    return mapper.readTree(bytes);
  }
}
