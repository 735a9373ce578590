import { html, useFocus } from "../html.js";
import { recall, remember } from "../data/memory.js";

const FIRST = "http://localhost:3000/hook";

/** Where things were sent before; the newest first. */
export const targets = () => recall("targets", [FIRST]);

export const rememberTarget = (target) => remember("targets", [target, ...targets().filter((other) => other !== target)].slice(0, 8));

/** The address that copies go to, with those used before at hand. */
export function TargetField({ value, change }) {
  return html`
    <label for="target">Send to</label>
    <input id="target" type="text" inputmode="url" autofocus ref=${useFocus()} spellcheck=${false} autocomplete="off" list="targets" value=${value} onInput=${(event) => change(event.target.value)} />
    <datalist id="targets">${targets().map((target) => html`<option key=${target} value=${target}></option>`)}</datalist>`;
}

const SIGNS = [
  ["as-it-came", "The signature as it came"],
  ["own", "Signed anew with this inbox's secret"],
  ["throw-away", "Signed with a secret made for this, shown afterwards"],
];

export function SignField({ value, change, only = () => true }) {
  return html`
    <label for="sign">Signature</label>
    <select id="sign" value=${value} onChange=${(event) => change(event.target.value)}>
      ${SIGNS.filter(([name]) => only(name)).map(([name, says]) => html`<option key=${name} value=${name} selected=${name === value}>${says}</option>`)}
    </select>`;
}

export const REACH = "Only this machine and public addresses are reached, never this program's own ports; a redirect is not followed.";
