import { html } from "../html.js";
import { Text } from "../words/text.js";
import { readJson } from "./json.js";
import { Tree } from "./tree.js";

export const SIGNS = { added: "+", removed: "−", changed: "~", moved: "↕" };
const WORDS = { added: "only in the second", removed: "only in the first", changed: "differs", moved: "elsewhere" };

/** A sign with its word for whoever cannot see it. */
export function Sign({ what }) {
  return html`<span class="dsign" title=${WORDS[what]}><span aria-hidden="true">${SIGNS[what]}</span><span class="sr">${WORDS[what]}: </span></span>`;
}

/** What differs, a line each: where it stands, what was, what is. */
export function Changes({ changes }) {
  return html`<ul class="changes">${changes.map((change, i) => html`<li key=${i}><${Change} change=${change} /></li>`)}</ul>`;
}

function Change({ change }) {
  const { what, path, before, after } = change;
  if (what === "moved") return html`<${Sign} what=${what} /><code class="path"><${Text}>${path}<//></code><span class="quiet">place ${Number(before) + 1}, now ${Number(after) + 1}</span>`;
  if (path === "" && (before === null || after === null)) return html`<${Whole} text=${before ?? after} />`;
  const [start, end] = before !== null && after !== null ? common(before, after) : [0, 0];
  return html`
    <${Sign} what=${what} />
    ${path && html`<code class="path"><${Text}>${path}<//></code>`}
    <span class="values">
      ${before !== null && html`<del><${Parts} text=${before} start=${start} end=${end} /></del>`}
      ${before !== null && after !== null && html`<span class="arrow" aria-hidden="true"> → </span>`}
      ${after !== null && html`<ins><${Parts} text=${after} start=${start} end=${end} /></ins>`}
    </span>`;
}

/** All of an event, for its sign stands beside its title. */
function Whole({ text }) {
  const root = readJson(text);
  return root === null ? html`<pre class="code"><${Text}>${text}<//></pre>` : html`<div class="tree"><${Tree} node=${root} depth=${3} /></div>`;
}

/** What is alike at both ends is said more quietly, so that the eye finds the difference. */
function Parts({ text, start, end }) {
  if (start + end < 4) return html`<${Text}>${text}<//>`;
  return html`<${Text}>${text.slice(0, start)}<//><b><${Text}>${text.slice(start, text.length - end)}<//></b><${Text}>${text.slice(text.length - end)}<//>`;
}

/** How many characters two texts share at their begin and at their end; whole characters only. */
function common(one, other) {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  if (isHalf(one.charCodeAt(start - 1))) start -= 1;
  if (isHalf(one.charCodeAt(one.length - end - 1))) end = Math.max(0, end - 1);
  return [start, end];
}

const isHalf = (unit) => unit >= 0xd800 && unit <= 0xdbff;
