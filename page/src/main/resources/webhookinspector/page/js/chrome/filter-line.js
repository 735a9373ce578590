import { html, useEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, view } from "../model.js";
import { recall } from "../data/memory.js";
import { Icon } from "../words/signs.js";
import { offers, suggestions } from "./filter-words.js";
import { FilterHelp, SaveFilter } from "./filter-help.js";
import { FilterProblem } from "./filter-problem.js";

/** The filter, with what could be meant, what was used before, what has a name, and help. */
export function FilterLine() {
  const q = useStore(view, (state) => state.q);
  const saved = useStore(view, (state) => state.saved);
  const fields = useStore(view, (state) => state.filterFields.fields);
  const inboxes = useStore(view, (state) => state.inboxes);
  useStore(view, (state) => state.revision);
  const [text, setText] = useState(q);
  const [open, setOpen] = useState("");
  const [at, setAt] = useState(-1);
  const input = useRef(null);
  const box = useRef(null);
  const timer = useRef(0);
  const asked = useRef(q);
  useEffect(() => {
    if (q.trim() === asked.current.trim()) return; // our own, and more may have been typed since
    asked.current = q;
    setText(q);
  }, [q]);

  const word = text.split(/\s+/).at(-1) ?? "";
  const options = suggestions(text, word, recall("recent", []), saved, offers(fields, inboxes));
  const error = rows.error && rows.filter === text.trim() ? rows.error : null;
  const listed = open === "words" && options.length > 0;
  const known = saved.some((one) => one.filter === text.trim());

  const ask = (value) => {
    asked.current = value;
    filter(value, { v: "" });
  };
  const type = (value) => {
    setText(value);
    setAt(-1);
    setOpen("words");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(value), 250);
  };
  const run = (value) => {
    clearTimeout(timer.current);
    setText(value);
    ask(value);
  };
  const take = (option) => {
    const next = option.whole ? option.text : text.slice(0, text.length - word.length) + option.text;
    if (next.endsWith("=")) type(next);
    else run(next);
    input.current.focus();
    setAt(-1);
  };
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) setAt((at + step + options.length) % options.length);
    else if (event.key === "Enter" && at >= 0) take(options[at]);
    else if (event.key === "Enter") run(event.target.value), input.current.blur();
    else return;
    event.preventDefault();
  };
  const left = (event) => box.current?.contains(event.relatedTarget) || setOpen("");
  const escape = (event) => {
    if (event.key !== "Escape") return;
    setOpen("");
    document.activeElement.blur();
    event.preventDefault();
    event.stopPropagation();
  };
  const toggle = (what) => setOpen(open === what ? "" : what);

  return html`
    <div class="filterline" role="search" ref=${box} onFocusOut=${left} onKeyDown=${escape}>
      <${Icon} name="search" />
      <input ref=${input} type="text" spellcheck=${false} autocomplete="off" placeholder="Filter: action=changed type=task “words”" aria-label="Filter"
        role="combobox" aria-expanded=${String(listed)} aria-controls=${listed ? "filter-options" : undefined} aria-activedescendant=${listed && at >= 0 ? `filter-option-${at}` : undefined} aria-invalid=${String(error !== null)} value=${text}
        onInput=${(event) => type(event.target.value)} onKeyDown=${onKey} onFocus=${() => setOpen("words")} onClick=${() => setOpen("words")} />
      <span class="tail">
        ${text && !error && !known && html`<button class="plain icon" aria-label="Save this filter" title="Save this filter" onClick=${() => toggle("save")}><${Icon} name="star" /></button>`}
        ${text ? html`<button class="plain icon" aria-label="Clear the filter" onClick=${() => run("")}><${Icon} name="close" /></button>` : html`<kbd>/</kbd>`}
        <button class="plain icon" aria-label="How to filter" aria-expanded=${String(open === "help")} title="How to filter" onClick=${() => toggle("help")}><${Icon} name="help" /></button>
      </span>
      ${open === "words" && (error || options.length > 0) && html`<div class="pop">
        ${error && html`<${FilterProblem} error=${error} text=${text} take=${run} />`}
        ${listed && html`<div id="filter-options" role="listbox" aria-label="Suggestions">
          ${options.map((option, i) => html`<div key=${option.text} id=${`filter-option-${i}`} role="option" aria-selected=${String(i === at)} onPointerDown=${(event) => (event.preventDefault(), take(option))}><code>${option.text}</code><span>${option.says}</span></div>`)}
        </div>`}</div>`}
      ${open === "help" && html`<div class="pop"><${FilterHelp} take=${(example) => (run(example), setOpen(""))} /></div>`}
      ${open === "save" && html`<div class="pop"><${SaveFilter} filter=${text.trim()} done=${() => setOpen("")} /></div>`}
    </div>`;
}
