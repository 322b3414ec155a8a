/** Who may import whom. ARCHITECTURE.md says why; tests/architecture.test.ts runs these rules and tries to break them. */

const DOMAIN =
  "register|places|zones|land|procedures|capital|contracts|projects|promotion|enterprises|plans|figures|people|recording|reports|intake|portal|sample|search|history|settings|tasks|inbox|reminders";

module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "No file leads back to itself.",
      severity: "error",
      from: { path: "^src" },
      to: { circular: true },
    },
    {
      name: "kernel-alone",
      comment: "The kernel is pure and imports nothing of ours, and no IO.",
      severity: "error",
      from: { path: "^src/kernel", pathNot: "\\.test\\.ts$" },
      to: { pathNot: ["^src/kernel", "^node_modules/zod"] },
    },
    {
      name: "law-on-kernel",
      comment: "Statutes are data: they stand on the kernel alone.",
      severity: "error",
      from: { path: "^src/law", pathNot: "\\.test\\.ts$" },
      to: { path: "^src", pathNot: "^src/(law|kernel)" },
    },
    {
      name: "pure-middle",
      comment: "Words, rules and rights run in a browser tab: no IO.",
      severity: "error",
      from: { path: "^src/[^/]+/(vocabulary|rules|permissions)\\.ts$" },
      to: {
        path: "^src/platform|/(store|routes)\\.ts$|^node_modules/(pg|kysely|fastify|exceljs|yauzl)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-middle-no-node",
      severity: "error",
      from: { path: "^src/[^/]+/(vocabulary|rules|permissions)\\.ts$" },
      to: { dependencyTypes: ["core"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "store-below",
      comment: "SQL knows nothing of HTTP and screens.",
      severity: "error",
      from: { path: "^src/[^/]+/([a-z][a-zA-Z]*S|s)tore\\.ts$" },
      to: { path: "/(routes\\.ts|[a-zA-Z]*Routes\\.ts|screens/)" },
    },
    {
      name: "by-the-door",
      comment:
        "Another folder is reached through its public.ts, its words, the table of rights, or (for screens) its screens.",
      severity: "error",
      from: { path: `^src/(${DOMAIN})/`, pathNot: "\\.test\\.tsx?$" },
      to: {
        path: `^src/(${DOMAIN})/`,
        pathNot: [
          "^src/$1/",
          "^src/[^/]+/(public|vocabulary|[a-z][a-zA-Z]*Vocabulary)\\.ts$",
          "^src/land/[^/]+/vocabulary\\.ts$",
          "^src/procedures/clock/public\\.ts$",
          "^src/people/permissions\\.ts$",
          "^src/[^/]+/screens/public\\.tsx?$",
          "^src/people/screens/office\\.tsx$",
        ],
      },
    },
    {
      name: "screens-stay-light",
      comment: "A screen never brings server code into the browser.",
      severity: "error",
      from: { path: "^src/(web|app/web|[^/]+/screens)/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^src/platform|/(store|routes|public)\\.ts$|^node_modules/(pg|kysely|fastify|exceljs)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "web-without-domain",
      comment: "The shared parts of the UI know no domain word.",
      severity: "error",
      from: { path: "^src/web/", pathNot: "\\.test\\.tsx?$" },
      to: { path: `^src/(${DOMAIN}|law|app|platform)/` },
    },
    {
      name: "platform-without-domain",
      comment: "IO knows no domain.",
      severity: "error",
      from: { path: "^src/platform/", pathNot: "\\.test\\.ts$" },
      to: { path: `^src/(${DOMAIN}|law|app|web)/` },
    },
    {
      name: "app-on-top",
      comment: "Only app wires folders together; nobody imports app.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/app/|\\.test\\.tsx?$" },
      to: { path: "^src/app/" },
    },
    {
      name: "reports-and-portal-by-app",
      comment: "Only app imports reports and portal.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(app|reports|portal)/" },
      to: { path: "^src/(reports|portal)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.khu)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  },
};
