/* What can stand in the middle instead of the list, and each one's own address: /?v=name. */
export const VIEWS = [
  { name: "overview", label: "Overview", icon: "chart", part: () => import("./charts/overview.js").then((part) => part.Overview) },
  { name: "gaps", label: "Gaps", icon: "gap", part: () => import("./list/notices.js").then((part) => part.Gaps) },
  { name: "alerts", label: "Alerts", icon: "alert", part: () => import("./list/notices.js").then((part) => part.Alerts) },
  { name: "targets", label: "Targets", icon: "send", part: () => import("./send/targets.js").then((part) => part.Targets) },
  { name: "reconcile", label: "Reconcile", icon: "balance", part: () => import("./upkeep/reconcile.js").then((part) => part.Reconcile) },
  { name: "retention", label: "Retention", icon: "box", part: () => import("./upkeep/retention.js").then((part) => part.Retention) },
];
