/** A rectangle of a picture to draw in, in its units. */
export type Panel = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** How a part of a picture looks; see `style`. */
export type Look = "axis" | "end" | "wave" | "edge" | "band" | "sent" | "gsm";

/** Colours that hold on paper and on a bright page; the ground is drawn too, so that dark pages leave them readable. */
const style = `
  .ground { fill: #ffffff } text { font: 12px system-ui, sans-serif; fill: #334155 }
  .axis { stroke: #cbd5e1; stroke-width: 1 } .end { stroke: #64748b; stroke-dasharray: 3 3 }
  .wave { fill: #0f766e } .band { fill: #e6f4f1 } .edge { stroke: #0f766e; stroke-dasharray: 3 3 }
  .sent { fill: #0f766e; fill-opacity: 0.55 } .gsm { fill: none; stroke: #c2410c; stroke-width: 1.5 }`;

/** A whole picture of parts; its title is what a screen reader says. */
export function picture(width: number, height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

/** A closed shape through points; a look without a fill leaves it a line from the first to the last. */
export function plot(points: readonly (readonly [x: number, y: number])[], look: Look): string {
  const path = points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L");
  return `<path class="${look}" d="M${path}${look === "gsm" ? "" : "Z"}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, look: Look): string {
  return `<line class="${look}" x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"/>`;
}

export function box({ left, top, width, height }: Panel, look: Look): string {
  return `<rect class="${look}" x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"/>`;
}

export function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function short(value: number): string {
  return String(Math.round(10 * value) / 10);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
