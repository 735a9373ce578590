package webhookinspector.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.app.Ending;
import webhookinspector.delivery.Body;
import webhookinspector.feed.Line;
import webhookinspector.web.Admin;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Edit;
import webhookinspector.web.Naming;
import webhookinspector.web.Refusal;
import webhookinspector.web.ReplayingJson;
import webhookinspector.web.SentAgain;

/** One delivery, perhaps edited, and its answer. */
record ReplayOfOne(Console console, boolean json, Admin admin, Ending ending) {

  int send(String name, String target, EditedBody.@Nullable Form form, @Nullable String sign)
      throws IOException, InterruptedException {
    DeliveryDetail detail = Naming.find(admin, name);
    if (form != null && !"throw-away".equals(sign)) {
      refuseWithoutSecret(detail.line().inbox());
    }
    Body edited = form == null ? null : edited(detail, form);
    if (ending.asked().isPresent()) {
      console.err().println("Nothing was sent.");
      return Exit.INTERRUPTED;
    }
    SentAgain sent = admin.replaying().send(detail.line().id(), target, new Edit(edited, sign));
    tellSignature(sent, detail.line().inbox());
    console.out().println(json ? ReplayingJson.write(sent) : sentence(sent.attempt()));
    return taken(sent.attempt()) ? Exit.OK : Exit.NO;
  }

  /** Now, and not when the work in the editor is done. */
  private void refuseWithoutSecret(String inbox) {
    boolean there =
        admin.inboxes().stream()
            .anyMatch(line -> line.name().equals(inbox) && line.fingerprint() != null);
    if (!there) {
      throw Refusal.badInput(
          "sign: own: inbox " + inbox + " has no secret any more (expected: one to sign with)",
          "Use --sign throw-away.");
    }
  }

  private @Nullable Body edited(DeliveryDetail detail, EditedBody.Form form)
      throws IOException, InterruptedException {
    Optional<Body> edited = new EditedBody(console.surroundings(), form).of(detail.body());
    if (edited.isEmpty()) {
      console.err().println("Nothing was changed; it goes byte for byte as it came.");
    }
    return edited.orElse(null);
  }

  private void tellSignature(SentAgain sent, String inbox) {
    if (sent.secret() != null) {
      console.err().println("Signed with a secret that was made for this alone: " + sent.secret());
    } else if (sent.fingerprint() != null) {
      console
          .err()
          .println(
              "Signed with the secret of inbox "
                  + Plain.text(inbox)
                  + " (fingerprint "
                  + sent.fingerprint()
                  + ").");
    }
  }

  /** As Asana counts (webhooks guide). */
  static boolean taken(Line.OfAttempt attempt) {
    return attempt.taken();
  }

  static String sentence(Line.OfAttempt attempt) {
    String came = attempt.status() == null ? "no answer" : "answered " + attempt.status();
    String why = attempt.because() == null ? "" : ": " + Plain.text(attempt.because());
    return attempt.delivery()
        + (attempt.synthetic() ? " sent changed: " : " sent again: ")
        + came
        + " after "
        + attempt.millis()
        + " ms"
        + why;
  }
}
