import { api } from "../data/api.js";
import { say } from "../model.js";
import { FORMS } from "./code.js";

/** The delivery as a command that sends it again. */
export async function copyAsCurl(line) {
  try {
    const [told, body] = await Promise.all([api.delivery(line.id), api.raw(line.id)]);
    await navigator.clipboard.writeText(FORMS.curl({ line, headers: told.headers, body }));
    say("Copied as curl");
  } catch (problem) {
    say(problem.name === "NotAllowedError" ? "The browser did not allow copying" : problem.message);
  }
}
