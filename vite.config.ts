/** Builds the screens from `index.html` to `dist/web`; in development what asks the register goes to a running server. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: ["chrome109", "firefox115", "safari16"],
    // Fonts stay files of their own: they are cached, and no `data:` source need be allowed.
    assetsInlineLimit: 0,
    sourcemap: false,
    // The list of every screen's scripts would be read by everybody at first; a screen's own script names what it needs.
    modulePreload: { resolveDependencies: (_, deps) => deps.filter((dep) => dep.endsWith(".css")) },
    rollupOptions: {
      output: {
        // pdf.js looks for this decoder by its own name in a folder that it is told.
        assetFileNames: ({ names }) =>
          names.includes("openjpeg_nowasm_fallback.js")
            ? "assets/[hash]/[name][extname]"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 4181,
    proxy: Object.fromEntries(
      ["/api", "/tiles", "/ogc"].map((path) => [
        path,
        { target: process.env.KHU_API ?? "http://127.0.0.1:4180", changeOrigin: true },
      ]),
    ),
  },
});
