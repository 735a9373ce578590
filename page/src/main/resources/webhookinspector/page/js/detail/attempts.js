import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { say, view } from "../model.js";
import { api } from "../data/api.js";
import { rememberTarget } from "../replay/target.js";
import { Icon } from "../words/signs.js";
import { Text, exactly, plural, span, timeOf } from "../words/text.js";
import { Problem, useAnswer } from "./ask.js";

const MOST = 200;

/** Where this delivery was sent, and what came of it; the newest first. */
export function AttemptsTab({ detail }) {
  const { line } = detail;
  const [asked, setAsked] = useState(0);
  const sent = useStore(view, (state) => (state.sent?.delivery === line.id ? state.sent : null));
  const { answer, error } = useAnswer((signal) => api.attempts(line.id, MOST, signal), [line.id, asked, sent]);
  if (error) return html`<${Problem} error=${error} />`;
  if (!answer) return html`<p class="quiet">Asking …</p>`;
  const attempts = answer.attempts.toReversed();
  if (attempts.length === 0) return html`<${Never} line=${line} />`;
  const taken = attempts.filter(isTaken).length;
  return html`
    <div class="toolbar"><span class="quiet">${plural(attempts.length, "attempt")}, ${taken} taken</span></div>
    <ol class="attempts">${attempts.map((attempt, i) => html`<${Attempt} key=${`${attempt.at}${i}`} attempt=${attempt} again=${() => setAsked(asked + 1)} />`)}</ol>`;
}

function Never({ line }) {
  if (line.type !== "delivery") return html`<p class="quiet">A handshake is never sent on.</p>`;
  return html`<div class="nothing">
    <p>It was never sent anywhere.</p>
    <p class="quiet">A replay sends the same bytes with the same signature to a target of yours.</p>
    <p><button class="primary" onClick=${() => view.set({ dialog: "replay" })}><${Icon} name="repeat" />Replay</button></p>
  </div>`;
}

const HOW = { forward: "forwarded", relay: "relayed", replay: "replayed" };

/** As Asana counts (webhooks guide). */
const isTaken = (attempt) => attempt.status === 200 || attempt.status === 204;

function Attempt({ attempt, again }) {
  const [busy, setBusy] = useState(false);
  const taken = isTaken(attempt);
  const tone = taken ? "good" : attempt.status === null ? "bad" : "warn";
  const changed = attempt.marker !== attempt.delivery;
  const replay = async () => {
    setBusy(true);
    try {
      const came = await api.replay(attempt.delivery, { target: attempt.target });
      say(came.status === null ? `No answer: ${came.because}` : `Answered ${came.status}`);
      rememberTarget(attempt.target);
    } catch (problem) {
      say(problem.message);
    }
    setBusy(false);
    again();
  };
  return html`
    <li class="attempt">
      <span class="pill ${tone}"><span aria-hidden="true">${taken ? "✓" : "✗"}</span>${attempt.status === null ? "no answer" : `answered ${attempt.status}`}</span>
      <code class="target"><${Text}>${attempt.target}<//></code>
      <button disabled=${busy} onClick=${replay}><${Icon} name="repeat" />${busy ? "Sending" : "Replay again"}</button>
      <span class="m">
        <time class="num" title=${exactly(attempt.at)}>${timeOf(attempt.at)}</time>
        <span>took ${span(attempt.millis)}</span>
        <span>${HOW[attempt.source] ?? attempt.source}</span>
        ${changed && html`<span class="warn">⚑ not as it came: <${Text}>${attempt.marker.split(";").slice(1).join(",").trim() || "changed"}<//></span>`}
        ${attempt.because && html`<span class=${tone}><${Text}>${attempt.because}<//></span>`}
      </span>
      ${attempt.answerBody && html`<pre class="code said" role="group" tabindex="0" aria-label="What it said"><${Text}>${attempt.answerBody}<//></pre>`}
    </li>`;
}
