package webhookinspector.tracing.otel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of protobuf's wire format as a test has to read. */
final class Protobuf {

  private static final class Field {
    final int number;
    final byte[] bytes;

    Field(int number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }
  }

  private final byte[] wire;
  private final List<Field> fields = new ArrayList<>();
  private int at;

  Protobuf(byte[] wire) {
    this.wire = wire;
    while (at < wire.length) {
      long tag = varint();
      int number = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> varint();
        case 1 -> at += 8;
        case 2 -> {
          int length = (int) varint();
          fields.add(new Field(number, Arrays.copyOfRange(wire, at, at + length)));
          at += length;
        }
        case 5 -> at += 4;
        default -> throw new AssertionError("wire type of " + tag);
      }
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = wire[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Empty when it is not there. */
  byte[] bytes(int number) {
    return fields.stream()
        .filter(field -> field.number == number)
        .findFirst()
        .map(field -> field.bytes)
        .orElse(new byte[0]);
  }

  String text(int number) {
    return new String(bytes(number), UTF_8);
  }

  List<Protobuf> messages(int number) {
    return fields.stream()
        .filter(field -> field.number == number)
        .map(field -> new Protobuf(field.bytes))
        .toList();
  }
}
