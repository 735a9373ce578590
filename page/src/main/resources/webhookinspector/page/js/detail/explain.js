import { html, useEffect, useState } from "../html.js";
import { filter, show } from "../model.js";
import { api } from "../data/api.js";
import { judgementOf } from "../words/signs.js";
import { Text, exactly, lagOf, span } from "../words/text.js";

/** What happened, whether to believe it and why, how late it came, what we answered. */
export function Explain({ detail }) {
  const { line } = detail;
  const { tone, word, sign } = judgementOf(line);
  const lag = lagOf(line);
  const why = useDiagnosis(line);
  return html`
    <section class="card">
      <h2 class=${tone}><span aria-hidden="true">${sign}</span> ${word}</h2>
      <p><${Text}>${line.because}<//></p>
      ${why.map((text) => html`<p key=${text}><${Text}>${text}<//></p>`)}
      ${line.kind === "junk" && html`<p>The bytes are kept as they came; the tab Body shows them.</p>`}
    </section>
    ${line.repeatOf && html`<section class="card"><h2 class="warn">Repeat</h2>
      <p>The same bytes came to this inbox before: Asana tries again after an answer that was late or not 200, tunnels do, and so may a stranger who replays what he saw.</p>
      <p><button onClick=${() => show({ d: line.repeatOf }, true)}>Open the first one</button></p></section>`}
    <section class="card">
      <h2>Facts</h2>
      <dl class="facts">
        <dt>Arrived</dt><dd class="num">${exactly(line.receivedAt).split("\n")[0]}</dd>
        <dt>Change to arrival</dt><dd>${lag === null ? "no event tells a time" : html`${span(lag)} <span class="quiet">(Asana: about a minute, most within ten)</span>`}</dd>
        <dt>Inbox</dt><dd><a href=${`/?q=${encodeURIComponent(`inbox=${line.inbox}`)}`} onClick=${(event) => (event.preventDefault(), filter(`inbox=${line.inbox}`))}>${line.inbox}</a></dd>
        <dt>Webhook</dt><dd class="mono">${line.webhook ?? "not known"}</dd>
        <dt>Source</dt><dd>${line.source}</dd>
        <dt>We answered</dt><dd>${line.answer}${line.answer === 200 ? ": kept on disk before the answer" : ""}</dd>
        <dt>SHA-256</dt><dd class="mono">${line.sha256}</dd>
        <dt>Place in the ledger</dt><dd class="num">${line.position}</dd>
      </dl>
    </section>`;
}

/** What most likely went wrong on the way, for a signature that does not match; the program tries it out. */
function useDiagnosis(line) {
  const [why, setWhy] = useState([]);
  useEffect(() => {
    if (line.verdict !== "forged" && line.verdict !== "unsigned") return undefined;
    const abort = new AbortController();
    api
      .explain(line.id, abort.signal)
      .then((told) => setWhy(told.paragraphs[1].text.split("\n").slice(1)))
      .catch(() => setWhy([]));
    return () => abort.abort();
  }, [line.id]);
  return why;
}
