// The one place that knows which view library we use.
export { html, render, useState, useEffect, useRef, useMemo, useCallback, useLayoutEffect } from "/vendor/htm-preact.js";
