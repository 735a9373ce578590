package webhookinspector.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.event.Ref;
import webhookinspector.rest.Call;
import webhookinspector.rest.Reply;

/** What was done, in words. */
final class Sentences {

  private static final int MOST_OF_A_BODY = 300;

  private Sentences() {}

  /** Such as {@code createTask(project "Build board" 12, "Fix login") -> task "Fix login" 34}. */
  static String change(Method method, Object[] arguments, @Nullable Object result) {
    String given = Arrays.stream(arguments).map(Sentences::word).collect(Collectors.joining(", "));
    String made = result == null ? "" : " -> " + word(result);
    return method.getName() + "(" + given + ")" + made;
  }

  /** Whether a method of {@code Changes} changes anything. */
  static boolean changes(Method method) {
    return method.getReturnType() == void.class || method.getReturnType() == Ref.class;
  }

  static String by(Object[] user) {
    return " as " + word(user[0]);
  }

  static String call(Call call, Reply reply) {
    String asked = call.body().size() == 0 ? "" : " " + shortened(call.body());
    String refused = reply.status() >= 400 ? ": " + shortened(reply.body()) : "";
    return call.method() + " " + call.path() + asked + " -> " + reply.status() + refused;
  }

  static String shortened(Body body) {
    String text = body.text();
    return text.length() <= MOST_OF_A_BODY
        ? text
        : text.substring(0, MOST_OF_A_BODY) + "… (" + body.size() + " bytes)";
  }

  static String word(Object value) {
    return switch (value) {
      case Ref ref -> ref.type().orElse("") + quoted(ref.name()) + " " + ref.gid();
      default -> "\"" + value + "\"";
    };
  }

  private static String quoted(@Nullable String name) {
    return name == null || name.isEmpty() ? "" : " \"" + name + "\"";
  }
}
