import { html, useEffect, useState } from "../html.js";
import { api } from "../data/api.js";
import { Text } from "../words/text.js";

/** Token, receiver and address, and a way to look again. */
export function useConditions() {
  const [conditions, setConditions] = useState(null);
  const look = () => api.setup().then((answer) => setConditions(answer.conditions), (problem) => setConditions([{ name: "program", well: false, message: problem.message, next: problem.next }]));
  useEffect(() => {
    look();
  }, []);
  return [conditions, look];
}

export function Conditions({ conditions, again }) {
  if (conditions === null) return html`<p class="hint">Looking whether it can work …</p>`;
  const odd = conditions.some((one) => !one.well);
  return html`
    <ul class="conditions" aria-label="What it needs">
      ${conditions.map((one) => html`<li key=${one.name} class=${one.well ? "" : "odd"}>
        <span class=${one.well ? "good" : "bad"} role="img" aria-label=${one.well ? "well" : "missing"}>${one.well ? "✓" : "✗"}</span>
        <b>${one.name}</b><span><${Text}>${one.message}<//>${one.next && html`<small><${Text}>${one.next}<//></small>`}</span></li>`)}
    </ul>
    ${odd && html`<div class="toolbar"><span class="grow"></span><button type="button" onClick=${again}>Look again</button></div>`}`;
}
