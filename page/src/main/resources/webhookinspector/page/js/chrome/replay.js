import { html, useState } from "../html.js";
import { view } from "../model.js";
import { api } from "../data/api.js";
import { recall, remember } from "../data/memory.js";
import { span } from "../words/text.js";

/** Sends the open delivery again, byte for byte, and says what came back. */
export function Replay() {
  const [target, setTarget] = useState(recall("target", "http://localhost:3000/hook"));
  const [came, setCame] = useState(null);
  const [busy, setBusy] = useState(false);
  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    setCame(null);
    try {
      setCame(wordsFor(await api.replay(view.get().d, target.trim())));
      remember("target", target.trim());
    } catch (problem) {
      setCame({ tone: "bad", text: `${problem.message} ${problem.next ?? ""}` });
    }
    setBusy(false);
  };
  return html`
    <form class="replay" onSubmit=${send}>
      <label for="target">Send it again to</label>
      <input id="target" type="text" inputmode="url" autofocus spellcheck="false" value=${target} onInput=${(event) => setTarget(event.target.value)} />
      <p class="quiet">The same bytes with the same signature, so that the receiver can verify it. Only this machine and public addresses are reached; a redirect is not followed.</p>
      <div class="toolbar"><span role="status" class=${came?.tone ?? ""}>${came?.text ?? ""}</span><span class="grow"></span><button class="primary" disabled=${busy}>${busy ? "Sending" : "Replay"}</button></div>
    </form>`;
}

function wordsFor(attempt) {
  const took = span(attempt.millis);
  if (attempt.status === null) return { tone: "bad", text: `✗ No answer after ${took}: ${attempt.because}` };
  const taken = attempt.status === 200 || attempt.status === 204;
  return { tone: taken ? "good" : "warn", text: `${taken ? "✓" : "⚠"} Answered ${attempt.status} after ${took}` };
}
