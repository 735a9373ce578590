import { html, useState } from "../html.js";
import { Text } from "../words/text.js";

/**
 * A chart with its title, what it says in a sentence, and the same numbers as a table.
 *
 * @param columns heads of the table
 * @param rows its cells; text of strangers is shown as such
 */
export function Figure({ title, says, columns, rows, className = "", children }) {
  const [table, setTable] = useState(false);
  return html`
    <figure class="figure ${className}">
      <figcaption>
        <h2>${title}</h2>
        <p>${says}</p>
        <button class="plain" aria-pressed=${String(table)} aria-label=${`${title} as a table`} onClick=${() => setTable(!table)}>${table ? "Chart" : "Table"}</button>
      </figcaption>
      ${table ? html`<${Table} title=${title} columns=${columns} rows=${rows} />` : children}
    </figure>`;
}

function Table({ title, columns, rows }) {
  return html`
    <div class="tablebox" tabindex="0" role="region" aria-label=${title}>
      <table class="numbers">
        <thead><tr>${columns.map((column) => html`<th key=${column} scope="col">${column}</th>`)}</tr></thead>
        <tbody>${rows.map((row, i) => html`<tr key=${i}>${row.map((cell, j) => html`<td key=${j} class="num"><${Text}>${cell}<//></td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
}
