import { html, render } from "./html.js";
import { App } from "./app.js";
import { fetchTheRest } from "./lazy.js";
import { start } from "./model.js";
import { applyTheme } from "./chrome/theme.js";
import { listenForKeys } from "./chrome/keys.js";

applyTheme();
render(html`<${App} />`, document.getElementById("app"));
listenForKeys();
start().then(fetchTheRest);
