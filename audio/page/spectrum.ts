import { bandEdges } from "../measure/bands.ts";
import { telephoneBand } from "../measure/recording.ts";
import { box, label, line, plot, type Panel } from "./svg.ts";

/** Decibels of the whole power that the drawing reaches down to. */
const floor = -60;

/** A spectrum in semitone bands, the telephone's band marked, and over it as a line what GSM left, where that is known. */
export function spectrumPanel(sent: readonly number[], afterGsm: readonly number[] | undefined, panel: Panel): string {
  const x = (hertz: number) => panel.left + (Math.log(hertz / 100) / Math.log(40)) * panel.width;
  const y = (decibels: number) => panel.top + (Math.max(floor, decibels) / floor) * panel.height;
  const bottom = panel.top + panel.height;
  const [low, high] = telephoneBand;
  const centre = (i: number) => x(Math.sqrt((bandEdges[i] ?? 100) * (bandEdges[i + 1] ?? 4000)));
  const points = (levels: readonly number[]) => levels.map((level, i) => [centre(i), y(level)] as const);
  const first = [x(100), y(sent[0] ?? floor)] as const;
  const last = [x(4000), y(sent.at(-1) ?? floor)] as const;
  return [
    label(
      panel.left,
      panel.top - 8,
      "Spectrum in semitones, dB of the whole; shaded: the telephone's band, 300–3400 Hz",
    ),
    box({ left: x(low), top: panel.top, width: x(high) - x(low), height: panel.height }, "band"),
    ...[0, -20, -40, floor].flatMap((decibels) => [
      line(panel.left, y(decibels), panel.left + panel.width, y(decibels), "axis"),
      label(panel.left - 6, y(decibels) + 4, String(decibels).replace("-", "−"), "end"),
    ]),
    plot([[x(100), bottom], first, ...points(sent), last, [x(4000), bottom]], "sent"),
    ...(afterGsm ? [plot(points(afterGsm), "gsm")] : []),
    ...[low, high].map((hertz) => line(x(hertz), panel.top, x(hertz), bottom, "edge")),
    ...[100, 200, 300, 500, 1000, 2000, 3400].map((hertz) => label(x(hertz), bottom + 16, `${hertz} Hz`, "middle")),
    ...legend(panel, afterGsm !== undefined),
  ].join("\n");
}

function legend({ left, top, width }: Panel, gsm: boolean): string[] {
  const right = left + width;
  return [
    box({ left: right - 224, top: top - 17, width: 12, height: 10 }, "sent"),
    label(right - 208, top - 8, "as sent (mu-law)"),
    ...(gsm
      ? [line(right - 98, top - 12, right - 82, top - 12, "gsm"), label(right - 78, top - 8, "after GSM-FR")]
      : []),
  ];
}
