package webhookinspector.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import webhookinspector.retention.Amount;
import webhookinspector.retention.Policy;

/** How long and how much is kept. A mixin. */
final class KeepOptions {

  @Option(
      names = "--keep-for",
      paramLabel = "AGE",
      converter = Age.class,
      description = {
        "Drop deliveries that came longer ago, such as 30d. What is pinned stays.",
        "Default: everything is kept"
      })
  @Nullable Duration age;

  @Option(
      names = "--keep-count",
      paramLabel = "N",
      description = "Keep at most so many deliveries; the oldest go.")
  @Nullable Long count;

  @Option(
      names = "--keep-size",
      paramLabel = "SIZE",
      converter = Bytes.class,
      description = "Keep at most so much of them on disk, such as 5GB; the oldest go.")
  @Nullable Long bytes;

  Policy policy() {
    return new Policy(age, count, bytes);
  }

  /** Reads {@code 30d}. */
  static final class Age implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Amount.age(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Reads {@code 5GB}. */
  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Amount.size(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
