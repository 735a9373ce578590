import { html } from "../html.js";
import { Icon } from "../words/signs.js";
import { Text } from "../words/text.js";

const ACTIONS = ["changed", "added", "removed", "deleted", "undeleted"];
const TYPES = ["task", "story", "section", "project", "tag", "project_membership", "team_membership", "workspace_membership"];
const NEW = { resourceType: "task", action: "changed", fields: "" };

/** As the API wants them. */
export const wanted = (rows) => rows.map((row) => ({
  resourceType: row.resourceType || null,
  resourceSubtype: null,
  action: row.action || null,
  fields: row.fields.split(/[\s,]+/).filter(Boolean),
}));

/** Which events to send; none: everything. What Asana would refuse, or never match, stands beneath at once. */
export function Filters({ rows, change, lint, level }) {
  const set = (i, patch) => change(rows.map((row, j) => (i === j ? { ...row, ...patch } : row)));
  const select = (i, name, label, values) => html`
    <select aria-label=${label} value=${rows[i][name]} onChange=${(event) => set(i, { [name]: event.target.value })}>
      <option value="">any ${label}</option>${values.map((value) => html`<option key=${value} value=${value}>${value.replaceAll("_", " ")}</option>`)}</select>`;
  return html`
    <fieldset class="filters"><legend>Which events</legend>
      ${rows.length === 0 && html`<p class="hint">Everything that happens in this ${level}.</p>`}
      ${rows.map((row, i) => html`<div class="filterrow" key=${i}>
        ${select(i, "action", "action", ACTIONS)} ${select(i, "resourceType", "type", TYPES)}
        <input type="text" aria-label="Fields" placeholder="any field, or due_on, completed …" spellcheck=${false} value=${row.fields} disabled=${row.action !== "changed"} onInput=${(event) => set(i, { fields: event.target.value })} />
        <button type="button" class="plain icon" aria-label="Take this filter away" onClick=${() => change(rows.filter((_, j) => j !== i))}><${Icon} name="close" /></button></div>`)}
      <div><button type="button" class="plain" onClick=${() => change([...rows, NEW])}><${Icon} name="plus" />${rows.length ? "Another filter" : "Only some events"}</button></div>
      <div role="status">${lint?.findings.map((finding, i) => html`<p key=${i} class="hint ${finding.refused ? "bad" : "warn"}">${finding.refused ? "✗" : "⚠ never matches:"} <${Text}>${finding.message}<//></p>`)}</div>
    </fieldset>`;
}
