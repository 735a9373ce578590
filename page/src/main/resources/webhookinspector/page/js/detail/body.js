import { html, useMemo, useState } from "../html.js";
import { Tree } from "./tree.js";
import { readJson } from "./json.js";
import { Text, bytes } from "../words/text.js";
import { say } from "../model.js";
import { Icon } from "../words/signs.js";

const LONGEST = 200_000;

/** The bytes as they came: as a tree, as text, as hex. The tree is a reading aid; text and hex are the bytes. */
export function BodyTab({ detail, words }) {
  const { body, line } = detail;
  const text = useMemo(() => new TextDecoder("utf-8").decode(body), [body]);
  const root = useMemo(() => (body.length <= LONGEST * 5 ? readJson(text) : null), [text]);
  const [form, setForm] = useState("tree");
  const shown = form === "tree" && root === null ? "raw" : form;
  const copy = () => navigator.clipboard.writeText(text).then(() => say("Copied"), () => say("The browser did not allow copying"));
  if (body.length === 0) return html`<p class="quiet">The body is empty.</p>`;
  return html`
    <div class="toolbar">
      <div class="seg" role="group" aria-label="Form">
        ${[["tree", "Tree"], ["raw", "Raw"], ["hex", "Hex"]].map(([name, label]) => html`<button key=${name} aria-pressed=${String(name === shown)} disabled=${name === "tree" && root === null} onClick=${() => setForm(name)}>${label}</button>`)}
      </div>
      <span class="quiet num">${bytes(body.length)}</span>
      <span class="grow"></span>
      <button onClick=${copy}><${Icon} name="copy" />Copy</button>
      <a href=${`/api/v1/deliveries/${line.id}/raw`} download=${`${line.id}.bin`}><button tabindex="-1"><${Icon} name="down" />Exact bytes</button></a>
    </div>
    ${shown === "tree" && html`<div class="tree"><${Tree} node=${root} words=${words} /></div>`}
    ${shown === "raw" && html`<pre class="code"><${Text} words=${words}>${text.slice(0, LONGEST)}<//>${text.length > LONGEST && html`<span class="quiet"> … cut here; take the exact bytes</span>`}</pre>`}
    ${shown === "hex" && html`<pre class="code hex">${hex(body)}</pre>`}`;
}

function hex(body) {
  const lines = [];
  for (let at = 0; at < Math.min(body.length, 16 * 1024); at += 16) {
    const chunk = [...body.subarray(at, at + 16)];
    const digits = chunk.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const letters = chunk.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "·")).join("");
    lines.push(`${at.toString(16).padStart(6, "0")}  ${digits.padEnd(47)}  ${letters}`);
  }
  if (body.length > 16 * 1024) lines.push("… cut here; take the exact bytes");
  return lines.join("\n");
}
