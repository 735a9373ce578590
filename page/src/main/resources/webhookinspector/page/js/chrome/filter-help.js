import { html, useFocus, useState } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { saveFilter } from "../saved.js";

/** The language on one card; an example can be taken as it stands. */
export function FilterHelp({ take }) {
  const { fields, examples } = useStore(view, (state) => state.filterFields);
  return html`
    <div class="filterhelp">
      <p>Conditions side by side must all hold; <code>or</code> and <code>( )</code> as usual. <code>=</code> is exactly that, <code>!=</code> anything else, <code>none</code> what is absent. Bare words are looked for in sentences, bodies and notes.</p>
      <ul>${examples.map(({ filter, finds }) => html`<li key=${filter}><button class="plain" onPointerDown=${(event) => event.preventDefault()} onClick=${() => take(filter)}><code>${filter}</code><span>${finds}</span></button></li>`)}</ul>
      <dl>${fields.map(({ field, says }) => html`<div key=${field}><dt><code>${field}</code></dt><dd>${says}</dd></div>`)}</dl>
    </div>`;
}

/** Gives the filter a name. */
export function SaveFilter({ filter, done }) {
  const [name, setName] = useState("");
  const [error, setError] = useState("");
  const save = async (event) => {
    event.preventDefault();
    if (name.trim() === "") return;
    try {
      await saveFilter(name.trim(), filter);
      done();
    } catch (problem) {
      setError(problem.message);
    }
  };
  return html`
    <form class="savefilter" onSubmit=${save}>
      <label for="filter-name">Save this filter as</label>
      <div class="toolbar"><input id="filter-name" ref=${useFocus()} type="text" maxlength="60" autocomplete="off" value=${name} onInput=${(event) => setName(event.target.value)} /><button class="primary">Save</button></div>
      <p class="hint ${error ? "bad" : ""}">${error || "It stands in the rail then, and the command line knows it too."}</p>
    </form>`;
}
