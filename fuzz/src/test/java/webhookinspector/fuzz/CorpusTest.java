package webhookinspector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries again what once meant something, and a few thousand slips of it from a fixed seed, so that
 * a mended reader stays mended.
 */
class CorpusTest {

  private static final int SLIPS_EACH = 200;

  static List<Class<?>> targets() {
    return Targets.ALL;
  }

  @ParameterizedTest
  @MethodSource("targets")
  void isReadAsPromised(Class<?> target) throws Throwable {
    MethodHandle reader =
        MethodHandles.publicLookup()
            .findStatic(
                target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
    List<byte[]> corpus = corpus(target);
    assertThat(corpus).as("corpus of " + target.getSimpleName()).hasSizeGreaterThan(5);
    var random = new Random(7);
    for (byte[] input : corpus) {
      reader.invoke(input);
      for (int i = 0; i < SLIPS_EACH; i++) {
        reader.invoke(slip(input, corpus.get(random.nextInt(corpus.size())), random));
      }
    }
  }

  private static List<byte[]> corpus(Class<?> target) throws IOException {
    Path folder =
        Path.of(
            System.getProperty("project.root"),
            "fuzz",
            "src",
            "main",
            "resources",
            "fuzz",
            target.getSimpleName());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(CorpusTest::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One byte changed, one cut out, the end cut off, or the end of another one put behind. */
  private static byte[] slip(byte[] input, byte[] other, Random random) {
    if (input.length == 0) {
      return other;
    }
    int at = random.nextInt(input.length);
    byte[] copy = input.clone();
    switch (random.nextInt(4)) {
      case 0 -> copy[at] = (byte) random.nextInt(256);
      case 1 -> copy = Arrays.copyOf(input, at);
      case 2 -> {
        System.arraycopy(input, at + 1, copy, at, input.length - at - 1);
        copy = Arrays.copyOf(copy, input.length - 1);
      }
      default -> {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        copy = Arrays.copyOf(input, at + other.length - from);
        System.arraycopy(other, from, copy, at, other.length - from);
      }
    }
    return copy;
  }
}
