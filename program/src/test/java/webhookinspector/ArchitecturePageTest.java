package webhookinspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/architecture.md draws the house as it stands. */
class ArchitecturePageTest {

  private static final Pattern DRAWING =
      Pattern.compile("```\n(program .*?)\nsimulator ", Pattern.DOTALL);

  /** A line's rooms, in front of what is said about them. */
  private static final Pattern ROOMS = Pattern.compile("(?:program)? +((?:[a-z]+ {1,4})+)");

  @Test
  void namesEveryRoomOnItsFloor() throws IOException {
    Path page = Path.of(System.getProperty("project.root"), "docs", "architecture.md");
    var drawing = DRAWING.matcher(Files.readString(page));
    assertThat(drawing.find()).isTrue();
    List<String> lines = drawing.group(1).lines().toList();
    int line = 0;
    for (Set<String> floor : ArchitectureTest.FLOORS) {
      int begin = line;
      while (line < lines.size() && floor.containsAll(words(lines.get(line)).subList(0, 1))) {
        line++;
      }
      String drawn = String.join(" ", lines.subList(begin, line));
      assertThat(floor).allSatisfy(room -> assertThat(drawn).contains(room + " "));
    }
  }

  private static List<String> words(String line) {
    var rooms = ROOMS.matcher(line);
    assertThat(rooms.lookingAt()).as(line).isTrue();
    return List.of(rooms.group(1).strip().split(" +", -1));
  }
}
