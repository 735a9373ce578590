import { html } from "../html.js";
import { Text } from "../words/text.js";

/** All header lines, in the order and case in which they came. */
export function HeadersTab({ detail }) {
  return html`
    <table class="headers">
      <caption class="sr">Headers as they came</caption>
      <tbody>${lines(detail.headers).map(([name, value], i) => html`<tr key=${i}><td><${Text}>${name}<//></td><td><${Text}>${value}<//></td></tr>`)}</tbody>
    </table>`;
}

export function lines(headers) {
  return headers.map((header) => [header.name, header.value]);
}
