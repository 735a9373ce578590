import { html, useEffect, useState } from "../html.js";
import { filter, show } from "../model.js";
import { api } from "../data/api.js";
import { judgementOf } from "../words/signs.js";
import { Text, exactly, lagOf, span } from "../words/text.js";

/* Told by the heading and the facts already. */
const ELSEWHERE = ["What happened", "Whether to believe it", "From change to arrival", "What we answered"];

/** Whether to believe it and why, then all that the program has to say of it; the terminal says the same. */
export function Explain({ detail }) {
  const { line } = detail;
  const { tone, word, sign } = judgementOf(line);
  const lag = lagOf(line);
  const told = useExplanation(line);
  const why = told.find(({ title }) => title === "Whether to believe it")?.text.split("\n").slice(1) ?? [];
  return html`
    <section class="card">
      <h2 class=${tone}><span aria-hidden="true">${sign}</span> ${word}</h2>
      <p><${Text}>${line.because}<//></p>
      ${why.map((text) => html`<p key=${text}><${Text}>${text}<//></p>`)}
      ${line.kind === "junk" && html`<p>The bytes are kept as they came; the tab Body shows them.</p>`}
    </section>
    ${told.filter(({ title }) => !ELSEWHERE.includes(title)).map(({ title, text }) => html`
      <section key=${title} class="card"><h2 class=${title === "Repeat" ? "warn" : ""}>${title}</h2>
        ${text.split("\n").map((one, at) => html`<p key=${at}><${Text}>${one}<//></p>`)}
        ${title === "Repeat" && html`<p><button onClick=${() => show({ d: line.repeatOf }, true)}>Open the first one</button></p>`}</section>`)}
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

/** In paragraphs; none until they are there. */
function useExplanation(line) {
  const [told, setTold] = useState([]);
  useEffect(() => {
    const abort = new AbortController();
    setTold([]);
    api
      .explain(line.id, abort.signal)
      .then((explanation) => setTold(explanation.paragraphs))
      .catch(() => {}); // the facts stand there all the same
    return () => abort.abort();
  }, [line.id]);
  return told;
}
