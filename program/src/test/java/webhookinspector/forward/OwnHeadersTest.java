package webhookinspector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Headers;

class OwnHeadersTest {

  @Test
  void mayBeAnythingOfTheUsersOwn() {
    assertThat(OwnHeaders.parse(List.of("Authorization:Bearer a:b ", "Cookie: x=1; y=2", "X-E:")))
        .isEqualTo(Headers.of("Authorization", "Bearer a:b", "Cookie", "x=1; y=2", "X-E", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Hook-Signature: s3cret",
        "x-hook-secret: s3cret",
        "X-Inspector-Copy-Of: s3cret",
        "Idempotency-Key: s3cret",
        "Host: s3cret",
        "content-LENGTH: 12",
        "Transfer-Encoding: chunked",
        "Connection: s3cret",
        "Content-Type: text/plain",
        "X-A: s3cret\r\nX-Hook-Secret: s3cret",
        "X-A: s3cret\u0000",
        "X-Ä: s3cret",
        "X A: s3cret",
        ": s3cret",
        "s3cret"
      })
  void areNeverOursAndNeverMoreThanALine(String line) {
    assertThatThrownBy(() -> OwnHeaders.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("header: ")
        .hasMessageContaining("expected: ")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void areFew() {
    assertThatThrownBy(() -> OwnHeaders.parse(Collections.nCopies(21, "X-A: 1")))
        .hasMessage("header: 21 of them (expected: at most 20)");
  }
}
