import { html, useEffect, useRef, useState } from "../html.js";
import { api } from "../data/api.js";
import { Text, visible } from "../words/text.js";

const TYPES = ["project", "task", "portfolio", "goal", "team"];

/** Workspace, then what to watch by its name; a gid or an address from the browser will do as well. */
export function ResourcePicker({ chosen, choose, usable }) {
  const [workspaces, setWorkspaces] = useState([]);
  const [workspace, setWorkspace] = useState("");
  const [type, setType] = useState("project");
  const [words, setWords] = useState("");
  const [found, setFound] = useState([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [error, setError] = useState("");

  const field = useRef(null);

  useEffect(() => {
    if (!usable) return;
    field.current.focus();
    api.workspaces().then(({ resources }) => (setWorkspaces(resources.map((one) => one.resource)), setWorkspace(resources[0]?.resource.gid ?? "")), (problem) => setError(problem.message));
  }, [usable]);

  useEffect(() => {
    const gid = gidIn(words);
    if (gid) {
      choose({ gid, name: null, resourceType: null });
      setFound([]);
      return undefined;
    }
    if (!workspace || words === chosen?.name) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => api.meant(workspace, { type, words, limit: 8 }, abort.signal).then(({ resources }) => (setFound(resources.map((one) => one.resource)), setAt(0), setError("")), (problem) => problem.name !== "AbortError" && setError(problem.message)), 200);
    return () => (clearTimeout(timer), abort.abort());
  }, [workspace, type, words]);

  const take = (resource) => {
    choose(resource);
    setWords(resource.name ?? resource.gid);
    setOpen(false);
  };
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) setAt((at + step + found.length) % found.length), setOpen(true);
    else if (event.key === "Enter" && open && found[at]) take(found[at]);
    else return;
    event.preventDefault();
  };
  const typed = (value) => {
    setWords(value);
    setOpen(true);
    if (chosen && value !== chosen.name) choose(null);
  };
  return html`
    <div class="fields">
      <div><label for="workspace">Workspace</label>
        <select id="workspace" value=${workspace} disabled=${!usable} onChange=${(event) => (setWorkspace(event.target.value), choose(null))}>${workspaces.map((one) => html`<option key=${one.gid} value=${one.gid}>${visible(one.name ?? one.gid)}</option>`)}</select></div>
      <div><label for="type">Watch a</label>
        <select id="type" value=${type} onChange=${(event) => (setType(event.target.value), choose(null))}>${TYPES.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}</select></div>
      <div class="picker"><label for="resource">called</label>
        <input id="resource" class="words" ref=${field} type="text" autocomplete="off" spellcheck=${false} placeholder="Type its name, or paste its gid or address" disabled=${!usable} value=${words}
          role="combobox" aria-expanded=${String(open && found.length > 0)} aria-controls=${open && found.length > 0 ? "meant" : undefined} aria-activedescendant=${open && found.length ? `meant-${at}` : undefined}
          onInput=${(event) => typed(event.target.value)} onKeyDown=${onKey} onFocus=${() => setOpen(true)} onBlur=${() => setTimeout(() => setOpen(false), 150)} />
        ${open && found.length > 0 && html`<ul class="pop" id="meant" role="listbox" aria-label="Found">
          ${found.map((one, i) => html`<li key=${one.gid} id=${`meant-${i}`} role="option" aria-selected=${String(i === at)} onPointerDown=${(event) => (event.preventDefault(), take(one))}><span><${Text}>${one.name ?? one.gid}<//></span><code>${one.gid}</code></li>`)}</ul>`}</div>
    </div>
    <p class="hint ${error ? "bad" : ""}" role="status">${error || (chosen ? html`Watches ${chosen.resourceType ?? ""} <code>${chosen.gid}</code>` : usable && words && found.length === 0 && open ? "Nothing of that name; is it in this workspace?" : "")}</p>`;
}

/** The gid in what somebody pasted: the task of an address if there is one, else what holds it; "" for anything else. */
export function gidIn(text) {
  const pasted = text.trim();
  if (/^\d{5,40}$/.test(pasted)) return pasted;
  const path = /^(?:https?:\/\/)?app\.asana\.com(\/\S+)$/.exec(pasted)?.[1];
  if (!path) return "";
  for (const word of ["task", "project", "portfolio", "goal", "team"]) {
    const found = new RegExp(`/${word}/(\\d{5,40})`).exec(path);
    if (found) return found[1];
  }
  const old = /^\/0\/(\d{5,40})(?:\/(\d{5,40}))?/.exec(path);
  return old?.[2] ?? old?.[1] ?? "";
}
