import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  cacheDir: join(import.meta.dirname, "../../node_modules/.cache/holdfast/vite"),
  plugins: [react()],
  build: {
    // The browsers that know light-dark() and have had a year of updates since.
    target: ["chrome123", "edge123", "firefox120", "safari17.5"],
    emptyOutDir: true,
    // Nothing inline: the pages' policy lets the browser run and load only what has an address of ours.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    reportCompressedSize: false,
  },
});
