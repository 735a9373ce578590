import { html, useEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, view } from "../model.js";
import { recall } from "../data/memory.js";
import { Icon } from "../words/signs.js";

/* The filter language's fields, for completion; the program reads the language, and its error stands under the line. */
const WORDS = [
  ["kind=events", "deliveries that tell something"],
  ["kind=heartbeat", "Asana says that the webhook lives"],
  ["kind=handshake", "secrets that were offered"],
  ["kind=junk", "not a body of Asana's"],
  ["verdict=authentic", "signed with the inbox's secret"],
  ["verdict=forged", "signed with another secret"],
  ["verdict=unsigned", "without a signature"],
  ["action=changed", "of the event"],
  ["action=added", "created, or put into a parent"],
  ["action=removed", "taken out of a parent"],
  ["action=deleted", "deleted itself"],
  ["type=task", "of the changed resource"],
  ["type=story", "comments and system stories"],
  ["field=completed", "of the change"],
  ["field=due_on", "of the change"],
  ["resource=", "gid of the changed resource"],
  ["user=", "gid of who did it"],
  ["inbox=", "name of the inbox"],
  ["repeat=yes", "same inbox and same body again"],
  ["since=1h", "a span or a time"],
  ["answer=200", "the status we gave"],
];

export function FilterLine() {
  const q = useStore(view, (state) => state.q);
  useStore(view, (state) => state.revision);
  const [text, setText] = useState(q);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef(null);
  const timer = useRef(0);
  useEffect(() => setText(q), [q]);

  const word = text.split(/\s+/).at(-1) ?? "";
  const options = suggestions(text, word);
  const error = rows.error && rows.filter === text.trim() ? rows.error : null;

  const type = (value) => {
    setText(value);
    setAt(-1);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => filter(value), 250);
  };
  const take = (option) => {
    clearTimeout(timer.current);
    const next = option.whole ? option.text : text.slice(0, text.length - word.length) + option.text;
    setText(next);
    if (!option.text.endsWith("=")) filter(next);
    input.current.focus();
    setAt(-1);
  };
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) setAt((at + step + options.length) % options.length);
    else if (event.key === "Enter" && at >= 0) take(options[at]);
    else if (event.key === "Enter") clearTimeout(timer.current), filter(text), input.current.blur();
    else if (event.key === "Escape") input.current.blur();
    else return;
    event.preventDefault();
  };

  return html`
    <div class="filterline" role="search">
      <${Icon} name="search" />
      <input ref=${input} type="text" spellcheck="false" autocomplete="off" placeholder="Filter: action=changed type=task “words”" aria-label="Filter"
        role="combobox" aria-expanded=${String(open)} aria-controls="filter-options" aria-invalid=${String(error !== null)} value=${text}
        onInput=${(event) => type(event.target.value)} onKeyDown=${onKey} onFocus=${() => setOpen(true)} onBlur=${() => setTimeout(() => setOpen(false), 120)} />
      <span class="tail">
        ${text ? html`<button class="plain icon" aria-label="Clear the filter" onClick=${() => (setText(""), filter(""))}><${Icon} name="close" /></button>` : html`<kbd>/</kbd>`}
      </span>
      ${open && (error || options.length > 0) && html`<div class="pop" id="filter-options" role="listbox" aria-label="Suggestions">
        ${error && html`<div class="error">${error.message}${error.next && html`<br />${error.next}`}</div>`}
        ${options.map((option, i) => html`<div key=${option.text} role="option" aria-selected=${String(i === at)} onPointerDown=${() => take(option)}><code>${option.text}</code><span>${option.says}</span></div>`)}
      </div>`}
    </div>`;
}

function suggestions(text, word) {
  const recent = recall("recent", []).filter((one) => one !== text && one.startsWith(text)).slice(0, text ? 2 : 4);
  const known = WORDS.filter(([one]) => word === "" || (one.startsWith(word) && one !== word));
  return [
    ...recent.map((one) => ({ text: one, says: "used before", whole: true })),
    ...known.slice(0, 9).map(([one, says]) => ({ text: one, says })),
  ];
}
