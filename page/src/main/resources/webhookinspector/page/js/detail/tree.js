import { html, useState } from "../html.js";
import { Text } from "../words/text.js";

const MANY = 200;

/** A JSON value that folds. */
export function Tree({ node, name = null, depth = 0, words }) {
  const [limit, setLimit] = useState(MANY);
  const key = name === null ? null : html`<span class="k"><${Text} words=${words}>${name}<//></span><span class="dim">: </span>`;
  if (node.kind !== "object" && node.kind !== "array") return html`<div class="leaf">${key}<span class=${node.kind}><${Text} words=${words}>${node.text}<//></span></div>`;
  const [begin, end] = node.kind === "object" ? ["{", "}"] : ["[", "]"];
  if (node.entries.length === 0) return html`<div class="leaf">${key}<span class="dim">${begin}${end}</span></div>`;
  const rest = node.entries.length - limit;
  return html`
    <details open=${depth < 4}>
      <summary>${key}<span class="dim">${begin} ${node.entries.length} ${end}</span></summary>
      <div class="kids">
        ${node.entries.slice(0, limit).map((entry, i) => html`<${Tree} key=${i} node=${entry.value} name=${entry.key ?? String(i)} depth=${depth + 1} words=${words} />`)}
        ${rest > 0 && html`<button onClick=${() => setLimit(limit + 1000)}>${rest} more</button>`}
      </div>
    </details>`;
}
