import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { plural } from "../words/text.js";

const FORMATS = [
  ["jsonl", "JSON lines: loses nothing, can be imported again"],
  ["har", "HAR: for tools that read browsers' recordings"],
  ["curl", "A shell script of curl commands"],
  ["httpie", "A shell script of HTTPie commands"],
  ["csv", "CSV: one row an event, for a spreadsheet"],
];

/* As long as a filter may be. */
const LONGEST = 2000;

/** A file of what is marked, or of all that the filter lets through. */
export function Export() {
  const marked = useStore(view, (state) => state.marked);
  const q = useStore(view, (state) => state.q);
  const [whole, setWhole] = useState(marked.size === 0);
  const [format, setFormat] = useState("jsonl");
  const [redact, setRedact] = useState(false);
  const [signatures, setSignatures] = useState(false);
  const chosen = whole ? q : [...marked.keys()].map((id) => `id=${id}`).join(" or ");
  const tooMany = chosen.length > LONGEST;
  const query = new URLSearchParams({ q: chosen, format, redact: redact ? "yes" : "no", signatures: signatures ? "kept" : "withheld" });
  return html`
    <div class="form">
      <fieldset class="choices"><legend class="sr">What</legend>
        <label><input type="radio" name="what" checked=${!whole} disabled=${marked.size === 0} onChange=${() => setWhole(false)} /> ${marked.size ? `The ${plural(marked.size, "delivery that is", "deliveries that are")} marked` : "Nothing is marked (m)"}</label>
        <label><input type="radio" name="what" checked=${whole} onChange=${() => setWhole(true)} /> ${q ? "Everything that the filter lets through" : "Everything"}</label>
      </fieldset>
      <label for="format">Format</label>
      <select id="format" autofocus value=${format} onChange=${(event) => setFormat(event.target.value)}>${FORMATS.map(([name, says]) => html`<option key=${name} value=${name}>${says}</option>`)}</select>
      <fieldset class="choices"><legend class="sr">Privacy</legend>
        <label><input type="checkbox" checked=${redact} onChange=${(event) => setRedact(event.target.checked)} /> Pseudonyms for names, texts, addresses and gids</label>
        <label><input type="checkbox" checked=${signatures} disabled=${redact} onChange=${(event) => setSignatures(event.target.checked)} /> Keep the signatures that came</label>
      </fieldset>
      <p class="hint ${tooMany ? "bad" : ""}">${tooMany ? "Too many are marked for one file; narrow a filter instead." : "Secrets and credentials are never in it."}</p>
      <div class="toolbar"><span class="grow"></span>${tooMany ? html`<button disabled>Export</button>` : html`<a class="button primary" href=${`/api/v1/export?${query}`} download onClick=${() => view.set({ dialog: "" })}>Export</a>`}</div>
    </div>`;
}
