import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { show, view } from "../model.js";
import { ApiError, api } from "../data/api.js";
import { Pill, sentenceOf } from "../words/signs.js";
import { Text, exactly, plural, timeOf } from "../words/text.js";
import { Problem, useAnswer } from "./ask.js";
import { Changes, Sign } from "./changes.js";

/** What differs from another delivery: the one before about the same resource, a marked one, or any other. */
export function DiffTab({ detail }) {
  const { line } = detail;
  const other = useStore(view, (state) => state.o);
  const { answer, error } = useAnswer((signal) => compare(other, line, signal), [other, line.id]);
  return html`
    <${Choice} line=${line} other=${other} />
    ${error && html`<${Problem} error=${error} />`}
    ${!error && !answer && html`<p class="quiet">Asking …</p>`}
    ${answer && html`<${Difference} difference=${answer} />`}`;
}

/** Nobody needs to be told off by the browser's console because a delivery is the first of its kind. */
async function compare(other, line, signal) {
  const first = other || (await api.previous(line.id, signal)).delivery?.id;
  if (!first) throw new ApiError(404, { message: "It is the first that tells of this.", next: "Mark another one (m), or type its number or id." });
  return api.diff(first, line.id, signal);
}

function Choice({ line, other }) {
  const marked = useStore(view, (state) => state.marked);
  const [text, setText] = useState(other);
  const others = [...marked.values()].filter((one) => one.id !== line.id).slice(0, 3);
  const choose = (id) => (setText(id), show({ o: id }));
  const typed = (event) => (event.preventDefault(), choose(text.trim().replace(/^#/, "")));
  return html`
    <form class="toolbar" onSubmit=${typed}>
      <div class="seg" role="group" aria-label="Compare with">
        <button type="button" aria-pressed=${String(other === "")} onClick=${() => choose("")}>The one before about the same</button>
        ${others.map((one) => html`<button type="button" key=${one.id} aria-pressed=${String(other === one.id)} onClick=${() => choose(one.id)}>Marked #${one.position}</button>`)}
      </div>
      <span class="other"><label for="other" class="quiet">or</label>
        <input id="other" type="text" autocomplete="off" spellcheck="false" placeholder="number or id" value=${text} onInput=${(event) => setText(event.target.value)} /><button>Compare</button></span>
    </form>`;
}

function Difference({ difference }) {
  const { a, b, summary, parts, left, headers, facts } = difference;
  return html`
    <div class="sides">
      <${Side} name="First" line=${a} /><${Side} name="Second" line=${b} />
    </div>
    <p class="summary" role="status"><${Text}>${summary}<//></p>
    ${parts.map((part, i) => html`<${Part} key=${i} part=${part} />`)}
    ${left > 0 && html`<p class="quiet">${plural(left, "more change")} ${left === 1 ? "is" : "are"} not shown.</p>`}
    ${headers.length > 0 && html`<section class="part"><h3>Headers</h3><${Changes} changes=${headers} /></section>`}
    ${facts.length > 0 && html`<section class="part"><h3>What we know of them</h3><${Changes} changes=${facts} /></section>`}`;
}

function Side({ name, line }) {
  const here = view.get().d === line.id;
  return html`
    <div class="side">
      <span class="quiet">${name}</span>
      <${Pill} line=${line} />
      <time class="num" title=${exactly(line.receivedAt)}>${timeOf(line.receivedAt)}</time>
      ${here ? html`<span class="num">#${line.position}, this one</span>` : html`<button class="plain" onClick=${() => show({ d: line.id, o: "" }, true)}>Open #${line.position}</button>`}
      <span class="what"><${Text}>${sentenceOf(line)}<//></span>
    </div>`;
}

function Part({ part }) {
  const moved = part.a !== null && part.b !== null && part.a !== part.b;
  return html`
    <section class="part ${part.what}">
      <h3><${Sign} what=${part.what} /><${Text}>${part.title}<//>${moved && html`<span class="quiet"> event ${part.a + 1}, now ${part.b + 1}</span>`}</h3>
      ${part.was && html`<p class="was quiet">was: <${Text}>${part.was}<//></p>`}
      <${Changes} changes=${part.changes} />
    </section>`;
}
