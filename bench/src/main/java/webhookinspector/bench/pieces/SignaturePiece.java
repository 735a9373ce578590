package webhookinspector.bench.pieces;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import webhookinspector.trust.Verdict;

/** Judging one delivery, beside nothing but the HMAC. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignaturePiece {

  private final byte[] bytes = Sample.BODY.toBytes();
  private final Mac mac = keyed();

  private static Mac keyed() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Sample.SECRET.reveal().getBytes(StandardCharsets.US_ASCII);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  /** Header found, read, compared. */
  @Benchmark
  public Verdict verdict() {
    return Verdict.of(Sample.HEADERS, Sample.BODY, Sample.SECRET);
  }

  /** What no verdict can do without. */
  @Benchmark
  public byte[] baselineHmac() {
    return mac.doFinal(bytes);
  }
}
