// The one place that knows which view library we use.
import { useLayoutEffect, useRef } from "/vendor/htm-preact.js";

export { html, render, useState, useEffect, useRef, useMemo, useCallback, useLayoutEffect } from "/vendor/htm-preact.js";

/** As a `ref`: what appears takes the focus. */
export function useFocus() {
  const ref = useRef(null);
  useLayoutEffect(() => ref.current.focus(), []);
  return ref;
}
